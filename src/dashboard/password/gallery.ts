import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { refuse } from '../gallery/kit/trouble.ts';

const reset = { path: '/reset-password?token=a', as: null };

export const states: GalleryState[] = [
  { name: 'forgotten', path: '/forgotten-password', as: null },
  {
    name: 'forgotten-sent',
    ...{ path: '/forgotten-password', as: null, answers: { 'POST /v1/password/forgotten': {} } },
    steps: [
      { type: 'password:email', text: 'ingrid@nordlys.example' },
      { press: 'password:send' },
      { see: 'password:sent' },
    ],
  },
  { name: 'reset', ...reset },
  {
    name: 'reset-refused',
    ...reset,
    answers: {
      'POST /v1/password/reset': refuse('invalid', 'This link does not work any more. Ask for a new one.', [
        { path: 'token', message: 'is used up or too old: ask for a new link' },
      ]),
    },
    steps: [
      { type: 'password:new', text: 'an entirely new password' },
      { press: 'password:save' },
      { see: '[role="alert"]' },
    ],
  },
];
