import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { sampleAgent } from '../gallery/kit/sample-agent.ts';
import { LONG_TEXT } from '../gallery/kit/sample-texts.ts';
import { NEVER, refuse, UNREACHABLE } from '../gallery/kit/trouble.ts';

/** What stands around every page, and what every page of an agent has in common. */
export const states: GalleryState[] = [
  { name: 'offline', path: '/leads', isOffline: true },
  { name: 'not-found', path: '/nothing/here' },
  { name: 'palette', path: '/', steps: [{ keys: 'Control+k' }, { see: '[role="dialog"] input' }] },
  {
    name: 'palette-finds-nothing',
    path: '/',
    steps: [
      { keys: 'Control+k' },
      { type: '[role="dialog"] input', text: 'zeppelin' },
      { see: 'frame:nothingFound' },
    ],
  },
  { name: 'shortcuts', path: '/inbox/waiting', steps: [{ keys: '?' }, { see: 'frame:singleKeys' }] },
  {
    name: 'user-menu',
    path: '/',
    steps: [{ onPhone: 'frame:openMenu' }, { press: '.user-button' }, { see: 'frame:signOut' }],
  },
  {
    name: 'agent-menu',
    path: '/',
    answers: {
      'GET /v1/agents': listOf(
        ...Array.from({ length: 12 }, (_, index) => ({
          ...{ ...sampleAgent, id: `agent-${index}` },
          name: index % 2 ? `Robin ${index}` : LONG_TEXT.slice(0, 80),
        })),
      ),
    },
    steps: [{ onPhone: 'frame:openMenu' }, { press: '.agent-button' }, { see: 'frame:newAgent' }],
  },
  {
    name: 'new-workspace',
    path: '/',
    steps: [
      { onPhone: 'frame:openMenu' },
      { press: '.user-button' },
      { press: 'frame:newWorkspace' },
      { see: 'frame:workspaceHint' },
    ],
  },
  { name: 'agents-loading', path: '/instructions', answers: { 'GET /v1/agents': NEVER } },
  {
    name: 'agents-error',
    path: '/instructions',
    answers: { 'GET /v1/agents': refuse('internal', '') },
  },
  { name: 'agents-unreachable', path: '/actions', answers: { 'GET /v1/agents': UNREACHABLE } },
  { name: 'no-agent-viewer', path: '/knowledge', as: 'viewer', answers: { 'GET /v1/agents': listOf() } },
  {
    name: 'long-names',
    path: '/instructions',
    answers: {
      'GET /v1/agents': listOf({ ...sampleAgent, name: LONG_TEXT.slice(0, 80) }),
      'GET /v1/session': {
        setupNeeded: false,
        me: {
          ...{
            user: { id: 'user-1', name: LONG_TEXT.slice(0, 100), email: 'i@nordlys.example' },
            role: 'owner',
          },
          ...{
            workspace: { id: 'workspace-1', name: LONG_TEXT.slice(0, 100) },
            permissions: ['agents:read'],
          },
          workspaces: [],
        },
      },
    },
  },
];
