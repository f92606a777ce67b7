import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import { refuse } from '../gallery/kit/trouble.ts';

const path = '/settings/privacy';

export const states: GalleryState[] = [
  ...pageStates({ path, empty: { 'GET /v1/backups': listOf() } }),
  {
    name: 'shorter',
    path,
    steps: [
      { type: 'privacy:webhookBodyDays', text: '3' },
      { press: 'privacy:save' },
      { see: 'privacy:shorterText' },
    ],
  },
  {
    name: 'erase',
    path,
    steps: [
      { type: 'privacy:value', text: 'ada@example.com' },
      { press: 'privacy:erase' },
      { see: 'privacy:eraseText' },
    ],
  },
  {
    name: 'nobody-found',
    path,
    answers: { 'GET /v1/people/export': refuse('not_found', 'Nobody of this address is known here.') },
    steps: [
      { type: 'privacy:value', text: 'nobody@example.com' },
      { press: 'privacy:export' },
      { see: '[role="alert"]' },
    ],
  },
];
