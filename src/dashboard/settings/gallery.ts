import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import { sampleWorkspace } from '../gallery/kit/sample-agent.ts';
import { sampleAudit, sampleKeys, sampleMembers } from '../gallery/kit/sample-people.ts';
import { LONG_TEXT } from '../gallery/kit/sample-texts.ts';
import { refuseValues, UNAVAILABLE } from '../gallery/kit/trouble.ts';

const [key] = sampleKeys as [(typeof sampleKeys)[number]];
const [member] = sampleMembers as [(typeof sampleMembers)[number]];

export const states: GalleryState[] = [
  ...pageStates({
    ...{ prefix: 'general', path: '/settings/general' },
    empty: { 'GET /v1/workspace': { ...sampleWorkspace, eventLink: null } },
  }),
  ...pageStates({
    ...{ prefix: 'members', path: '/settings/members' },
    empty: { 'GET /v1/members': listOf(member), 'GET /v1/invitations': listOf() },
  }),
  ...pageStates({
    ...{ prefix: 'api-keys', path: '/settings/api-keys', isClosed: true },
    empty: { 'GET /v1/api-keys': listOf() },
  }),
  ...pageStates({
    ...{ prefix: 'audit-log', path: '/settings/audit-log', isClosed: true },
    empty: { 'GET /v1/audit': listOf() },
  }),
  { name: 'developer', path: '/settings/developer' },
  { name: 'developer-viewer', path: '/settings/developer', as: 'viewer' },
  { name: 'account', path: '/settings/account' },
  {
    name: 'account-refused',
    path: '/settings/account',
    answers: {
      'POST /v1/me/password': refuseValues({ path: 'password', message: 'must have at least 12 characters' }),
    },
    steps: [
      { type: 'account:current', text: 'the old one' },
      { type: 'account:new', text: 'short' },
      { press: 'account:change' },
      { see: '[aria-invalid="true"]' },
    ],
  },
  {
    name: 'general-refused',
    path: '/settings/general',
    answers: {
      'PATCH /v1/workspace': refuseValues({ path: 'name', message: 'is missing' }),
    },
    steps: [
      { type: 'settings:name', text: ' ' },
      { press: 'settings:save' },
      { see: '[aria-invalid="true"]' },
    ],
  },
  {
    name: 'members-remove',
    path: '/settings/members',
    steps: [{ press: 'members:removeOne', with: { name: 'Maja Lind' } }, { see: 'members:removeText' }],
  },
  {
    name: 'members-long-and-many',
    path: '/settings/members',
    answers: {
      'GET /v1/members': listOf(
        ...Array.from({ length: 50 }, (_, index) => ({
          ...{ ...member, userId: `user-${index}`, name: LONG_TEXT.slice(0, 100) },
          email: `${'somebody.with.a.long.name.'.repeat(4)}${index}@nordlys.example`,
        })),
      ),
    },
  },
  {
    name: 'api-keys-made',
    path: '/settings/api-keys',
    answers: { 'POST /v1/api-keys': { ...key, key: `bhk_${'a1b2c3d4'.repeat(5)}` } },
    steps: [
      { press: 'keys:make' },
      { type: 'keys:name', text: 'CRM import' },
      { press: '[role="dialog"] input[type="checkbox"]' },
      { press: 'keys:make' },
      { see: 'keys:once' },
    ],
  },
  {
    name: 'api-keys-revoke',
    path: '/settings/api-keys',
    steps: [{ press: 'keys:revokeOne', with: { name: key.name } }, { see: 'keys:revokeText' }],
  },
  {
    name: 'audit-log-details',
    path: '/settings/audit-log',
    steps: [{ press: 'main summary' }],
  },
  {
    name: 'audit-log-more-failed',
    path: '/settings/audit-log',
    answers: {
      'GET /v1/audit': (query) =>
        query.get('cursor') ? UNAVAILABLE : { items: sampleAudit, nextCursor: 'more' },
    },
    steps: [{ press: 'frame:more' }, { see: '[role="alert"]' }],
  },
];
