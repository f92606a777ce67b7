import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import { sampleLeads } from '../gallery/kit/sample-conversations.ts';
import { ARABIC, LONG_TEXT } from '../gallery/kit/sample-texts.ts';
import { NEVER, refuse } from '../gallery/kit/trouble.ts';

const [lead] = sampleLeads as [(typeof sampleLeads)[number]];
const OPEN = '/leads?lead=lead-1';

export const states: GalleryState[] = [
  ...pageStates({ path: '/leads', empty: { 'GET /v1/leads': listOf() } }),
  { name: 'filtered-empty', path: '/leads?q=zeppelin', answers: { 'GET /v1/leads': listOf() } },
  {
    name: 'more-failed',
    path: '/leads',
    answers: {
      'GET /v1/leads': (query) =>
        query.get('cursor')
          ? refuse('rate_limited', 'Too many requests. Try again in a minute.')
          : { items: sampleLeads, nextCursor: 'more' },
    },
    steps: [{ press: 'frame:more' }, { see: '[role="alert"]' }],
  },
  {
    name: 'long-and-many',
    path: '/leads',
    answers: {
      'GET /v1/leads': listOf(
        ...Array.from({ length: 60 }, (_, index) => ({
          ...{ ...lead, id: `lead-${index}`, submissions: index },
          values: {
            name: index % 2 ? 'ليلى حداد' : LONG_TEXT.slice(0, 120),
            email: `${'somebody'.repeat(9)}@example.com`,
            phone: '+49 1512 3456789012345',
            message: index % 2 ? ARABIC : LONG_TEXT,
          },
        })),
      ),
    },
  },
  { name: 'open', path: OPEN },
  {
    name: 'open-partial',
    path: OPEN,
    answers: { 'GET /v1/leads/{id}': { ...lead, state: 'partial', consent: '' } },
  },
  { name: 'open-loading', path: OPEN, answers: { 'GET /v1/leads/{id}': NEVER } },
  {
    name: 'open-gone',
    path: OPEN,
    answers: { 'GET /v1/leads/{id}': refuse('not_found', 'There is no such lead.') },
  },
  { name: 'open-viewer', path: OPEN, as: 'viewer' },
  {
    name: 'open-long',
    path: OPEN,
    answers: {
      'GET /v1/leads/{id}': { ...lead, values: { ...lead.values, name: ARABIC, message: LONG_TEXT } },
    },
  },
  { name: 'delete', path: OPEN, steps: [{ press: 'leads:delete' }, { see: 'leads:deleteTitle' }] },
];
