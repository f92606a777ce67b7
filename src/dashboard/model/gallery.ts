import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import { sampleAgent, sampleWorkspace } from '../gallery/kit/sample-agent.ts';
import { refuseValues } from '../gallery/kit/trouble.ts';

const path = '/settings/model';
const test = [{ press: 'model:test' }];

export const states: GalleryState[] = [
  ...pageStates({ path, empty: { 'GET /v1/agents': listOf() } }),
  {
    name: 'built-in',
    path,
    answers: {
      'GET /v1/agents': listOf({ ...sampleAgent, model: { provider: 'builtin' } }),
      'GET /v1/workspace': { ...sampleWorkspace, modelBudget: { dailyCostUsd: null, dailyTokens: null } },
    },
  },
  {
    name: 'over-the-limit',
    path,
    answers: {
      'GET /v1/workspace': {
        ...sampleWorkspace,
        ...{ modelBudget: { dailyCostUsd: 3, dailyTokens: 500_000 } },
      },
    },
  },
  {
    name: 'works',
    path,
    answers: { 'POST /v1/models/test': { ok: true, ms: 412, reply: 'Hello.' } },
    steps: [...test, { see: 'model:works' }],
  },
  {
    name: 'works-not',
    path,
    answers: {
      'POST /v1/models/test': {
        ...{ ok: false, reason: 'wrong_key' },
        message: 'The provider refused the key. Make a new one there, and store it as a secret.',
      },
    },
    steps: [...test, { see: 'model:worksNot' }],
  },
  {
    name: 'refused',
    path,
    answers: {
      'PATCH /v1/agents/agent-1': refuseValues({
        path: 'model.model',
        message: 'must be the name of a model, such as gpt-5-mini or llama3.2:3b',
      }),
    },
    steps: [{ type: 'model:model', text: 'a b' }, { press: 'model:save' }, { see: '[aria-invalid="true"]' }],
  },
];
