import { expect, it } from 'vitest';
import { readAttributes, writeAttributes } from './attributes.ts';

it.each([
  ['', {}],
  ['plan: gold\n\n orders :3 \nvip: true', { plan: 'gold', orders: 3, vip: true }],
  [
    'id: 007\nlong: 12345678901234567890\nat: 10:30',
    { id: '007', long: '12345678901234567890', at: '10:30' },
  ],
  ['empty:', { empty: '' }],
  ['no colon', null],
  [': no name', null],
])('reads %j', (text, attributes) => {
  expect(readAttributes(text)).toEqual(attributes);
});

it('writes what it reads', () => {
  const attributes = { plan: 'gold', orders: 3, vip: false };
  expect(readAttributes(writeAttributes(attributes))).toEqual(attributes);
});
