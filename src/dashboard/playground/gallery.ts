import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import { LONG_TEXT } from '../gallery/kit/sample-texts.ts';
import { sampleTurns } from '../gallery/kit/sample-turns.ts';
import { UNAVAILABLE } from '../gallery/kit/trouble.ts';

const path = '/playground';

export const states: GalleryState[] = [
  ...pageStates({ path, empty: { 'GET /v1/playground/{id}/turns': listOf() } }),
  { name: 'no-agent', path, answers: { 'GET /v1/agents': listOf() } },
  {
    name: 'partly-failed',
    path,
    answers: {
      'GET /v1/playground/{id}/turns': UNAVAILABLE,
    },
  },
  {
    name: 'visitor',
    path,
    steps: [
      { press: 'playground:choose' },
      { press: 'playground:signedIn' },
      { see: 'playground:attributesHint' },
    ],
  },
  {
    name: 'long',
    path,
    answers: {
      'GET /v1/playground/{id}/turns': listOf(
        ...sampleTurns.map((turn) => ({
          ...{ ...turn, asked: LONG_TEXT },
          trace: turn.trace && {
            ...{ ...turn.trace, withheld: [LONG_TEXT] },
            snippets: turn.trace.snippets.map((snippet) => ({
              ...snippet,
              title: LONG_TEXT,
              text: LONG_TEXT,
            })),
          },
        })),
      ),
    },
  },
];
