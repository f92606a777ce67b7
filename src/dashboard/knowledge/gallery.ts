import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import { sampleSource, sampleSources, sampleText } from '../gallery/kit/sample-agent.ts';
import { ARABIC, LONG_TEXT } from '../gallery/kit/sample-texts.ts';
import { refuseValues, UNAVAILABLE } from '../gallery/kit/trouble.ts';

const [source] = sampleSources as [(typeof sampleSources)[number]];

export const states: GalleryState[] = [
  ...pageStates({ path: '/knowledge', empty: { 'GET /v1/knowledge/sources': listOf() } }),
  {
    name: 'search',
    path: '/knowledge',
    steps: [
      { type: 'knowledge:question', text: 'How long does shipping take?' },
      { see: '.beside mark, .beside li' },
    ],
  },
  {
    name: 'search-finds-nothing',
    path: '/knowledge',
    answers: { 'GET /v1/knowledge/search': { items: [] } },
    steps: [{ type: 'knowledge:question', text: 'zeppelin' }, { see: 'knowledge:notFound' }],
  },
  {
    name: 'search-failed',
    path: '/knowledge',
    answers: { 'GET /v1/knowledge/search': UNAVAILABLE },
    steps: [{ type: 'knowledge:question', text: 'shipping' }, { see: '[role="alert"]' }],
  },
  {
    name: 'long-and-many',
    path: '/knowledge',
    answers: {
      'GET /v1/knowledge/sources': {
        items: Array.from({ length: 50 }, (_, index) => ({
          ...{ ...source, id: `source-${index}`, snippets: index * 100 },
          title: (index % 2 ? ARABIC : LONG_TEXT).slice(0, 200),
        })),
        nextCursor: 'more',
      },
    },
  },
  {
    name: 'more-failed',
    path: '/knowledge',
    answers: {
      'GET /v1/knowledge/sources': (query) =>
        query.get('cursor') ? UNAVAILABLE : { items: sampleSources, nextCursor: 'more' },
    },
    steps: [{ press: 'frame:more' }, { see: '[role="alert"]' }],
  },
  { name: 'new-questions', path: '/knowledge/new/faq' },
  {
    name: 'new-text-refused',
    path: '/knowledge/new/text',
    answers: {
      'POST /v1/knowledge/sources': refuseValues({
        path: 'url',
        message: 'must be an address like https://www.example.com',
      }),
    },
    steps: [
      { type: 'knowledge:name', text: 'The shop' },
      { type: 'knowledge:text', text: 'Nine to five.' },
      { type: 'knowledge:url', text: 'nowhere' },
      { press: 'knowledge:add' },
      { see: '[aria-invalid="true"]' },
    ],
  },
  { name: 'source-questions', path: '/knowledge/source-1' },
  {
    name: 'source-text',
    path: '/knowledge/source-2',
    answers: { 'GET /v1/knowledge/sources/{id}': sampleText },
  },
  {
    name: 'source-unsaved',
    path: '/knowledge/source-1',
    steps: [{ type: 'knowledge:name', text: 'Another name' }, { see: 'frame:unsavedChanges' }],
  },
  { name: 'source-error', path: '/knowledge/source-1', others: UNAVAILABLE },
  { name: 'source-viewer', path: '/knowledge/source-1', as: 'viewer' },
  {
    name: 'source-long',
    path: '/knowledge/source-1',
    answers: {
      'GET /v1/knowledge/sources/{id}': {
        ...{ ...sampleSource, title: LONG_TEXT.slice(0, 200) },
        content: {
          ...{ type: 'faq', title: LONG_TEXT.slice(0, 200) },
          items: [{ question: ARABIC, answer: LONG_TEXT.slice(0, 2_000) }],
        },
      },
    },
  },
];
