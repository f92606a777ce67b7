import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { LONG_TEXT } from '../gallery/kit/sample-texts.ts';
import { NEVER, refuse, refuseValues } from '../gallery/kit/trouble.ts';

const page = { path: '/invitation/token', as: null };
const known = {
  email: 'maja@nordlys.example',
  workspaceName: 'Nordlys Outdoor',
  role: 'viewer',
  hasAccount: true,
} as const;

export const states: GalleryState[] = [
  { name: 'new', ...page },
  { name: 'known', ...page, answers: { 'GET /v1/invitations/by-token/{id}': known } },
  { name: 'loading', ...page, others: NEVER },
  {
    name: 'error',
    ...page,
    others: refuse(
      'not_found',
      'The invitation was taken back, used already, or is too old. Ask for a new one.',
    ),
  },
  {
    name: 'long',
    ...page,
    answers: { 'GET /v1/invitations/by-token/{id}': { ...known, workspaceName: LONG_TEXT.slice(0, 100) } },
  },
  {
    name: 'refused',
    ...page,
    answers: {
      'POST /v1/invitations/accept': refuseValues({
        path: 'password',
        message: 'must have at least 12 characters',
      }),
    },
    steps: [
      { type: 'invitation:name', text: 'Maja' },
      { type: 'invitation:newPassword', text: 'short' },
      { press: 'invitation:accept' },
      { see: '[aria-invalid="true"]' },
    ],
  },
];
