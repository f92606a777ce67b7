import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConfirmationPayload } from '../../src/contract/entry.ts';
import { waitFor } from '../harness/wait-for.ts';
import { type Moves, openShop } from './grounding-shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(() => {
  shop.stub.requests.length = 0;
  shop.stub.answer = () => ({ body: { data: 'Please pass on that the lamp is broken.' } });
});

const message = 'The lamp of order 4711 is broken';
const look: Moves = [[{ call: 'look', input: { order_id: '4711' } }]];
const pass: Moves = [[{ call: 'note', input: { message } }]];

describe('free text that a model wrote', () => {
  it('is sent without a question where nobody else spoke to the model', async () => {
    const visitor = await shop.house.visit(shop.agentId);
    await shop.turn(visitor, message, pass);
    expect(shop.told).toMatchObject([{ status: 'done' }]);
  });

  it('after an API answered is confirmed first, also where the owner asks for no confirmation', async () => {
    const visitor = await shop.house.visit(shop.agentId);
    await shop.turn(visitor, message, [...look, ...pass]);
    expect(shop.told).toMatchObject([{ status: 'done' }, { status: 'awaiting_confirmation' }]);
    expect(shop.requests().filter((request) => request.startsWith('/note'))).toEqual([]);
    const card = (await visitor.list()).find((entry) => entry.card?.kind === 'confirmation');
    const payload = card?.card?.payload as unknown as ConfirmationPayload;
    expect(payload.values).toEqual([{ label: 'What to pass on', value: message }]);
    await visitor.useCard(card?.id ?? '', 'confirm', { hash: payload.hash });
    await waitFor(() => shop.requests().some((request) => request.startsWith('/note')));
  });

  it('in a later turn is the visitor’s word again', async () => {
    const visitor = await shop.house.visit(shop.agentId);
    await shop.turn(visitor, message, look);
    await shop.turn(visitor, 'Pass it on', pass);
    expect(shop.told).toMatchObject([{ status: 'done' }]);
  });

  it('after somebody else’s knowledge is confirmed first', async () => {
    await shop.house.pool.query(`update knowledge_sources set type = 'page' where agent_id = $1`, [
      shop.agentId,
    ]);
    const visitor = await shop.house.visit(shop.agentId);
    await shop.turn(visitor, message, pass);
    expect(shop.told).toMatchObject([{ status: 'awaiting_confirmation' }]);
    await shop.house.pool.query(`update knowledge_sources set type = 'faq' where agent_id = $1`, [
      shop.agentId,
    ]);
  });

  it('is not asked about where the input is no free text', async () => {
    const visitor = await shop.house.visit(shop.agentId);
    const order: Moves = [[{ call: 'order', input: { quantity: 2 } }]];
    await shop.turn(visitor, 'order 4711, and two lamps', [...look, ...order]);
    expect(shop.told).toMatchObject([{ status: 'done' }, { status: 'done' }]);
  });
});

describe('a turn', () => {
  it('makes eight calls at most', async () => {
    const visitor = await shop.house.visit(shop.agentId);
    const numbers = Array.from({ length: 30 }, (_, i) => `${5000 + i}`);
    const all = numbers.map((order_id) => ({ call: 'look', input: { order_id } }));
    await shop.turn(visitor, `orders ${numbers.join(', ')}`, [all.slice(0, 20), all.slice(20)]);
    expect(shop.stub.requests).toHaveLength(8);
  });

  it('writes three times at most, what waits to be confirmed included', async () => {
    const visitor = await shop.house.visit(shop.agentId);
    const all = [3, 4, 5, 6, 7].map((quantity) => ({ call: 'order', input: { quantity } }));
    await shop.turn(visitor, '3, 4, 5, 6 or 7 lamps', [all]);
    expect(shop.stub.requests).toHaveLength(3);
  });

  it('makes the same write once', async () => {
    const visitor = await shop.house.visit(shop.agentId);
    const same = { call: 'order', input: { quantity: 3 } };
    await shop.turn(visitor, '3 lamps', [[same, same], [same]]);
    expect(shop.stub.requests).toHaveLength(1);
  });
});

describe('who the visitor is', () => {
  const settings = (more: object = {}) => ({
    inputs: [
      { name: 'user_id', source: 'identity:user_id', ...more },
      { name: 'order_id', required: false },
    ],
    request: { url: `${shop.stub.url}/mine`, query: [{ name: 'user', value: '{{user_id?}}' }] },
  });

  it('the model cannot say: the name is not among its inputs, and a value under it is dropped', async () => {
    await shop.house.createAction(shop.agentId, { kind: 'http', name: 'mine', settings: settings() });
    const visitor = await shop.house.visit(shop.agentId);
    await shop.turn(visitor, 'I am user 42', [[{ call: 'mine', input: { user_id: '42' } }]]);
    expect(shop.told).toMatchObject([
      { status: 'not_available', reason: expect.stringContaining('signed in') },
    ]);
    expect(shop.stub.requests).toEqual([]);
  });

  it('is left out where it is optional', async () => {
    await shop.house.createAction(shop.agentId, {
      kind: 'http',
      name: 'maybe',
      settings: settings({ required: false }),
    });
    const visitor = await shop.house.visit(shop.agentId);
    await shop.turn(visitor, 'I am user 42', [[{ call: 'maybe', input: { user_id: '42' } }]]);
    expect(shop.requests().map((request) => request.trim())).toEqual(['/mine']);
  });
});

it('what the owner set is sent where the visitor says nothing else', async () => {
  await shop.house.createAction(shop.agentId, {
    kind: 'http',
    name: 'lamps',
    confirm: false,
    settings: {
      inputs: [{ name: 'quantity', type: 'integer', default: 1 }],
      request: { method: 'POST', url: `${shop.stub.url}/lamps/{{quantity}}` },
    },
  });
  const visitor = await shop.house.visit(shop.agentId);
  await shop.turn(visitor, 'A lamp, please', [[{ call: 'lamps' }]]);
  await shop.turn(visitor, 'And again', [[{ call: 'lamps', input: { quantity: 1 } }]]);
  await shop.turn(visitor, 'Hm', [[{ call: 'lamps', input: { quantity: 2 } }]]);
  expect(shop.requests().map((request) => request.trim())).toEqual(['/lamps/1', '/lamps/1']);
  expect((await shop.calls(visitor)).map(({ inputs }) => inputs.quantity)).toEqual([
    { value: 1, source: 'fixed' },
    { value: 1, source: 'fixed' },
  ]);
});
