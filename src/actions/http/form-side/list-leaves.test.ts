import { expect, it } from 'vitest';
import { mapResponse } from '../answer/map-response.ts';
import { listLeaves } from './list-leaves.ts';

it('lists the values of an answer, each with the path that reads it', () => {
  const answer = JSON.stringify({
    order: { status: 'sent', 'tracking no': 'X1', id: 7 },
    items: [
      { id: 1, name: 'Tent' },
      { id: 2, name: 'Stove', note: 'heavy' },
    ],
  });
  const leaves = listLeaves(answer) ?? [];
  expect(leaves).toEqual([
    { path: '$.order.status', name: 'status', value: 'sent' },
    { path: '$.order["tracking no"]', name: 'tracking_no', value: 'X1' },
    { path: '$.order.id', name: 'order_id', value: '7' },
    { path: '$.items[*].id', name: 'items_id', value: '1' },
    { path: '$.items[*].name', name: 'name', value: 'Tent' },
    { path: '$.items[*].note', name: 'note', value: 'heavy' },
  ]);
  expect(mapResponse(answer, leaves)).toEqual({
    status: 'sent',
    tracking_no: 'X1',
    order_id: 7,
    items_id: [1, 2],
    name: ['Tent', 'Stove'],
    note: 'heavy',
  });
});

it('an answer that is no JSON has nothing to choose from, a bare value has one', () => {
  expect(listLeaves('<html>')).toBeNull();
  expect(listLeaves('"fine"')).toEqual([{ path: '$', name: 'answer', value: 'fine' }]);
});
