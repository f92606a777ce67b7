import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import { sampleAgent, sampleOverview } from '../gallery/kit/sample-agent.ts';
import { refuse, UNREACHABLE } from '../gallery/kit/trouble.ts';

const nothing = { ...sampleOverview, conversations: 0, solved: 0, waiting: 0, isTried: false, attention: [] };

export const states: GalleryState[] = [
  ...pageStates({
    path: '/',
    empty: { 'GET /v1/agents': listOf(), 'GET /v1/overview': nothing },
  }),
  { name: 'unreachable', path: '/', others: UNREACHABLE },
  {
    name: 'half-set-up',
    path: '/',
    answers: {
      'GET /v1/agents': listOf({ ...sampleAgent, greeting: '' }),
      'GET /v1/agents/{id}/actions': listOf(),
      'GET /v1/agents/{id}/sightings': listOf(),
      'GET /v1/overview': nothing,
    },
  },
  {
    name: 'partly-failed',
    path: '/',
    answers: { 'GET /v1/overview': refuse('unavailable', 'The numbers cannot be counted now. Try again.') },
  },
  {
    name: 'much-to-look-at',
    path: '/',
    answers: {
      'GET /v1/overview': {
        ...sampleOverview,
        conversations: 1_284_331,
        attention: Array.from({ length: 10 }, (_, index) => ({
          ...{ type: 'call' as const, id: `action-${index}`, since: sampleAgent.createdAt },
          name: `Ask the warehouse of Nordrhein-Westfalen for what is left of an article, number ${index + 1}`,
          problem:
            'api.warehouse.example answered with status 503: upstream connect error or disconnect/reset before headers',
        })),
      },
    },
  },
];
