import { connectionForms } from '../../connections/forms.tsx';
import type { Answers, GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import { sampleConnections } from '../gallery/kit/sample-connections.ts';
import { LONG_TEXT } from '../gallery/kit/sample-texts.ts';
import { NEVER, refuse } from '../gallery/kit/trouble.ts';

const path = '/settings/integrations';
const none: Answers = { 'GET /v1/connections': listOf() };
const failed = refuse('unavailable', 'The server did not answer within 12 seconds. Try again.');
const showTools = [{ press: 'integrations:showTools' }];

export const states: GalleryState[] = [
  ...pageStates({ path, empty: none }),
  ...pageStates({ prefix: 'webhooks', path: '/settings/webhooks', empty: { 'GET /v1/webhooks': listOf() } }),
  // What each third party asks for.
  ...Object.entries(connectionForms).map(
    ([kind, { label }]): GalleryState => ({
      ...{ name: `connect-${kind}`, path, answers: none },
      steps: [{ press: 'integrations:connectOne', with: { name: label } }, { see: '[role="dialog"] form' }],
    }),
  ),
  { name: 'tools', path, steps: [...showTools, { see: 'integrations:toolsCut' }] },
  { name: 'tools-loading', path, answers: { 'GET /v1/connections/{id}/tools': NEVER }, steps: showTools },
  {
    name: 'tools-error',
    path,
    answers: { 'GET /v1/connections/{id}/tools': failed },
    steps: [...showTools, { see: '[role="alert"]' }],
  },
  {
    name: 'disconnect',
    path,
    steps: [
      { press: 'integrations:disconnectOne', with: { name: sampleConnections[1]?.name } },
      { see: '[role="dialog"] button' },
    ],
  },
  {
    name: 'long',
    path,
    answers: {
      'GET /v1/connections': listOf(
        ...sampleConnections.map((connection) => ({
          ...{ ...connection, name: LONG_TEXT.slice(0, 80), problem: connection.problem && LONG_TEXT },
        })),
      ),
    },
  },
  {
    name: 'webhooks-add',
    path: '/settings/webhooks',
    steps: [{ press: 'webhooks:add' }, { see: 'webhooks:urlHint' }],
  },
  {
    name: 'webhooks-deliveries',
    path: '/settings/webhooks',
    steps: [{ press: 'webhooks:showLog' }, { see: 'webhooks:pending' }],
  },
  {
    name: 'webhooks-deliveries-empty',
    path: '/settings/webhooks',
    answers: { 'GET /v1/webhooks/{id}/deliveries': listOf() },
    steps: [{ press: 'webhooks:showLog' }, { see: 'webhooks:noDeliveries' }],
  },
  {
    name: 'webhooks-delete',
    path: '/settings/webhooks',
    steps: [{ press: 'webhooks:delete' }, { see: 'webhooks:deleteText' }],
  },
];
