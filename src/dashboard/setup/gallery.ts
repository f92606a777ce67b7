import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { refuseValues } from '../gallery/kit/trouble.ts';

const session = { 'GET /v1/session': { setupNeeded: true, me: null } };

export const states: GalleryState[] = [
  { name: 'empty', path: '/setup', answers: session },
  { name: 'with-code', path: '/setup?code=a1b2c3', answers: session },
  {
    name: 'refused',
    path: '/setup',
    answers: {
      ...session,
      'POST /v1/setup': refuseValues(
        { path: 'code', message: 'is not the code that stands in the terminal' },
        { path: 'password', message: 'must have at least 12 characters' },
      ),
    },
    steps: [
      { type: 'setup:code', text: '123' },
      { type: 'setup:name', text: 'Ingrid' },
      { type: 'setup:email', text: 'ingrid@nordlys.example' },
      { type: 'setup:password', text: 'short' },
      { type: 'setup:workspaceName', text: 'Nordlys' },
      { press: 'setup:start' },
      { see: '[aria-invalid="true"]' },
    ],
  },
];
