import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import { sampleAgent } from '../gallery/kit/sample-agent.ts';
import { ARABIC, LONG_TEXT } from '../gallery/kit/sample-texts.ts';
import { refuseValues } from '../gallery/kit/trouble.ts';

const path = '/instructions';

export const states: GalleryState[] = [
  ...pageStates({ path, empty: { 'GET /v1/agents': listOf() } }),
  {
    name: 'suggested',
    path,
    answers: {
      'GET /v1/agents': listOf({ ...sampleAgent, greeting: '', instructions: '' }),
      'GET /v1/agents/{id}/versions': listOf(),
    },
  },
  {
    name: 'unsaved',
    path,
    steps: [{ type: 'instructions:greeting', text: 'Good day!' }, { see: 'frame:unsavedChanges' }],
  },
  {
    name: 'refused',
    path,
    answers: {
      'PATCH /v1/agents/agent-1': refuseValues({
        path: 'greeting',
        message: 'can have 500 characters at most',
      }),
    },
    steps: [
      { type: 'instructions:greeting', text: 'Good day!' },
      { press: 'frame:save' },
      { see: '[aria-invalid="true"]' },
    ],
  },
  {
    name: 'delete',
    path,
    steps: [{ press: 'instructions:deleteAgent' }, { see: 'instructions:deleteText' }],
  },
  {
    name: 'version-compared',
    path,
    steps: [{ press: '.version-diff summary, summary' }],
  },
  {
    name: 'right-to-left',
    path,
    answers: {
      'GET /v1/agents': listOf({
        ...sampleAgent,
        name: 'ليلى',
        greeting: ARABIC,
        instructions: `${ARABIC}\n${ARABIC}`,
      }),
    },
  },
  {
    name: 'long',
    path,
    answers: {
      'GET /v1/agents': listOf({
        ...sampleAgent,
        ...{ greeting: LONG_TEXT.slice(0, 500), instructions: LONG_TEXT.repeat(20).slice(0, 19_000) },
      }),
    },
  },
];
