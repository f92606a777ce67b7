import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { refuse, UNREACHABLE } from '../gallery/kit/trouble.ts';

const fill = [
  { type: 'sign-in:email', text: 'ingrid@nordlys.example' },
  { type: 'sign-in:password', text: 'not the right one' },
  { press: 'sign-in:signIn' },
  { see: '[role="alert"]' },
];

export const states: GalleryState[] = [
  { name: 'empty', path: '/sign-in', as: null },
  {
    name: 'refused',
    ...{ path: '/sign-in', as: null, steps: fill },
    answers: {
      'POST /v1/sign-in': refuse(
        'invalid_credential',
        'The e-mail address and the password do not belong together.',
      ),
    },
  },
  {
    name: 'unreachable',
    path: '/sign-in',
    as: null,
    answers: { 'POST /v1/sign-in': UNREACHABLE },
    steps: fill,
  },
];
