import type { Answers, GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { daysAgo } from '../gallery/kit/moments.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import { sampleActions, sampleListedActions } from '../gallery/kit/sample-actions.ts';
import { ARABIC, LONG_TEXT } from '../gallery/kit/sample-texts.ts';
import { NEVER, refuseValues, UNAVAILABLE } from '../gallery/kit/trouble.ts';

const [action] = sampleActions as [(typeof sampleActions)[number]];
const [listed] = sampleListedActions as [(typeof sampleListedActions)[number]];
const OPEN = `/actions/${action.id}`;
const one = (change: Partial<typeof action>): Answers => ({
  'GET /v1/actions/{id}': { ...action, ...change },
});

export const states: GalleryState[] = [
  ...pageStates({ path: '/actions', empty: { 'GET /v1/agents/{id}/actions': listOf() } }),
  { name: 'no-agent', path: '/actions', answers: { 'GET /v1/agents': listOf() } },
  {
    name: 'filtered-empty',
    path: '/actions?search=zeppelin',
    answers: { 'GET /v1/agents/{id}/actions': listOf() },
  },
  {
    name: 'archive-empty',
    path: '/actions?archived=true',
    answers: { 'GET /v1/agents/{id}/actions': listOf() },
  },
  {
    name: 'archive',
    path: '/actions?archived=true',
    answers: {
      'GET /v1/agents/{id}/actions': listOf(
        ...sampleListedActions.map((one) => ({ ...one, enabled: false, archivedAt: daysAgo(1) })),
      ),
    },
  },
  {
    name: 'long-and-many',
    path: '/actions',
    answers: {
      'GET /v1/agents/{id}/actions': listOf(
        ...Array.from({ length: 50 }, (_, index) => ({
          ...(sampleListedActions[index % sampleListedActions.length] ?? listed),
          ...{ id: `action-${index}`, name: (index % 2 ? ARABIC : LONG_TEXT).slice(0, 80) },
        })),
      ),
    },
  },
  { name: 'new', path: '/actions/new' },
  // The editor of each kind, with one that is there, and with a new one.
  ...sampleActions.flatMap((of): GalleryState[] => [
    { name: `edit-${of.kind}`, path: `/actions/${of.id}`, answers: { 'GET /v1/actions/{id}': of } },
    { name: `new-${of.kind}`, path: `/actions/new-${of.kind}` },
  ]),
  // Those that choose from what a connected account has, until that is there, and when it cannot be read.
  ...sampleActions
    .filter(({ settings }) => settings.connectionId)
    .flatMap((of): GalleryState[] =>
      [
        { name: `lists-loading-${of.kind}`, answer: NEVER },
        { name: `lists-error-${of.kind}`, answer: UNAVAILABLE },
      ].map(({ name, answer }) => ({
        ...{ name, path: `/actions/${of.id}` },
        answers: {
          'GET /v1/actions/{id}': of,
          'GET /v1/connections': answer,
          'GET /v1/connections/{id}/event-types': answer,
        },
      })),
    ),
  { name: 'editor-loading', path: OPEN, answers: { 'GET /v1/actions/{id}': NEVER } },
  { name: 'editor-error', path: OPEN, answers: { 'GET /v1/actions/{id}': UNAVAILABLE } },
  { name: 'editor-viewer', path: OPEN, as: 'viewer' },
  { name: 'editor-unknown-kind', path: OPEN, answers: one({ kind: 'from-the-future' }) },
  {
    name: 'editor-suspended',
    path: OPEN,
    answers: one({
      enabled: false,
      problem: 'The tool has changed. Look at it, then turn the action on again.',
    }),
  },
  { name: 'editor-archived', path: OPEN, answers: one({ enabled: false, archivedAt: daysAgo(3) }) },
  {
    name: 'editor-all-conditions',
    path: OPEN,
    answers: one({
      availability: {
        ...{
          pages: ['/products/*', 'https://shop.nordlys.example/*'],
          languages: ['de', 'pt-BR'],
          identifiedOnly: true,
        },
        hours: {
          timeZone: 'Europe/Berlin',
          weekly: { mon: [{ from: '08:30', to: '17:00' }], tue: [{ from: '08:30', to: '12:00' }] },
        },
      },
      limit: { per: 'hours', hours: 24 },
    }),
  },
  {
    name: 'editor-unsaved',
    path: OPEN,
    steps: [{ type: 'actionEditor:whenToUse', text: 'Another guidance.' }, { see: 'actionEditor:unsaved' }],
  },
  {
    name: 'editor-refused',
    path: OPEN,
    answers: {
      [`PATCH /v1/actions/${action.id}`]: refuseValues(
        { path: 'name', message: 'is taken by another action' },
        { path: 'settings.url', message: 'must be an address like https://www.example.com' },
      ),
    },
    steps: [
      { type: 'actionEditor:whenToUse', text: 'Another guidance.' },
      { press: 'actionEditor:save' },
      { see: '[aria-invalid="true"]' },
    ],
  },
  {
    name: 'editor-menu',
    path: OPEN,
    steps: [{ press: 'actionEditor:more', with: { name: action.name } }, { see: '[role="menuitem"]' }],
  },
  {
    name: 'editor-more-guidance',
    path: OPEN,
    steps: [{ press: 'actionEditor:moreGuidance' }],
  },
  { name: 'editor-calls', path: `${OPEN}?tab=calls` },
  {
    name: 'editor-calls-open',
    path: `${OPEN}?tab=calls&call=call-2`,
    steps: [{ see: 'actionCalls:sent_' }],
  },
  { name: 'editor-calls-empty', path: `${OPEN}?tab=calls`, answers: { 'GET /v1/calls': listOf() } },
  { name: 'editor-calls-error', path: `${OPEN}?tab=calls`, answers: { 'GET /v1/calls': UNAVAILABLE } },
  { name: 'editor-uses', path: `${OPEN}?tab=uses` },
  {
    name: 'editor-uses-empty',
    path: `${OPEN}?tab=uses`,
    answers: { 'GET /v1/actions/{id}/references': listOf() },
  },
  {
    name: 'editor-uses-error',
    path: `${OPEN}?tab=uses`,
    answers: { 'GET /v1/actions/{id}/references': UNAVAILABLE },
  },
  {
    name: 'editor-right-to-left',
    path: OPEN,
    answers: one({
      name: ARABIC.slice(0, 60),
      guidance: { whenToUse: ARABIC, whenNotToUse: ARABIC, examples: [ARABIC], counterExamples: [] },
    }),
  },
];
