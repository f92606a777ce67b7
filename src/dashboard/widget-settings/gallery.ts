import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import { sampleAgent } from '../gallery/kit/sample-agent.ts';
import { LONG_TEXT } from '../gallery/kit/sample-texts.ts';
import { refuseValues } from '../gallery/kit/trouble.ts';

const path = '/settings/widget';

export const states: GalleryState[] = [
  ...pageStates({
    path,
    empty: { 'GET /v1/agents/{id}/sightings': listOf(), 'GET /v1/agents/{id}/identity-secrets': listOf() },
  }),
  { name: 'no-agent', path, answers: { 'GET /v1/agents': listOf() } },
  {
    name: 'unsaved-light-colour',
    path,
    steps: [{ type: 'widget:color', text: '#ffdd00' }, { see: 'widget:discard' }],
  },
  {
    name: 'refused',
    path,
    answers: {
      'PATCH /v1/agents/agent-1': refuseValues(
        { path: 'widget.title', message: 'can have 60 characters at most' },
        {
          path: 'allowedOrigins.0',
          message: 'must be an origin like https://www.example.com, without a path',
        },
      ),
    },
    steps: [
      { type: 'widget:heading', text: 'Another' },
      { press: 'widget:save' },
      { see: '[aria-invalid="true"]' },
    ],
  },
  {
    name: 'identity-made',
    path,
    answers: {
      'GET /v1/agents/{id}/identity-secrets': listOf(),
      'POST /v1/agents/{id}/identity-secrets': {
        ...{
          id: 'identity-2',
          last4: 'a1b2',
          createdAt: sampleAgent.createdAt,
          value: `bhi_${'a1b2c3d4'.repeat(6)}`,
        },
      },
    },
    steps: [{ press: 'widget:identityMake' }, { see: 'widget:identityOnce' }],
  },
  {
    name: 'long',
    path,
    answers: {
      'GET /v1/agents': listOf({
        ...{ ...sampleAgent, name: LONG_TEXT.slice(0, 80), greeting: LONG_TEXT.slice(0, 500) },
        allowedOrigins: [`https://${'a-long-name-'.repeat(5)}shop.example`],
      }),
    },
  },
];
