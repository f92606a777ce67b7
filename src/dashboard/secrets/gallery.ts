import type { GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import { sampleSecrets } from '../gallery/kit/sample-connections.ts';
import { LONG_WORD } from '../gallery/kit/sample-texts.ts';
import { refuseValues } from '../gallery/kit/trouble.ts';

const path = '/settings/secrets';
const [secret, unused] = sampleSecrets as [(typeof sampleSecrets)[number], (typeof sampleSecrets)[number]];

export const states: GalleryState[] = [
  ...pageStates({ path, empty: { 'GET /v1/secrets': listOf() }, isClosed: true }),
  { name: 'add', path, steps: [{ press: 'secrets:add' }, { see: 'secrets:valueHint' }] },
  {
    name: 'add-refused',
    path,
    answers: {
      'PUT /v1/secrets/shop_key': refuseValues({
        path: 'hosts',
        message: 'must be a host such as api.example.com, without https:// and without a path',
      }),
    },
    steps: [
      { press: 'secrets:add' },
      { type: 'secrets:name', text: 'shop_key' },
      { type: 'secrets:value', text: 'sk-test-1234567890' },
      { type: '[role="dialog"] textarea', text: 'https://api.example.com/v1' },
      { press: 'secrets:save' },
      { see: '[role="dialog"] [aria-invalid="true"]' },
    ],
  },
  {
    name: 'delete',
    path,
    steps: [{ press: 'secrets:deleteOne', with: { name: unused.name } }, { see: 'secrets:deleteText' }],
  },
  {
    name: 'delete-in-use',
    path,
    steps: [
      { press: 'secrets:deleteOne', with: { name: secret.name } },
      { see: '[role="dialog"] select, [role="dialog"] button' },
    ],
  },
  {
    name: 'replace-of-many',
    path,
    answers: {
      'GET /v1/secrets': (query) =>
        query.get('cursor') ? listOf(unused) : { items: [secret], nextCursor: 'more' },
    },
    steps: [
      { press: 'secrets:deleteOne', with: { name: secret.name } },
      { choose: 'replaceWith', value: unused.name },
      { see: '[role="dialog"] [type="submit"]:enabled' },
    ],
  },
  {
    name: 'long',
    path,
    answers: {
      'GET /v1/secrets': listOf({
        ...{ ...secret, name: LONG_WORD.slice(0, 64) },
        hosts: Array.from({ length: 12 }, (_, index) => `${LONG_WORD.slice(0, 60)}.${index}.example`),
      }),
    },
  },
];
