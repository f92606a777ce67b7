import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../src/contract/action.ts';
import type { Entry, InputFormPayload } from '../../src/contract/entry.ts';
import type { VisitorClient } from '../harness/visitor-client.ts';
import { waitFor } from '../harness/wait-for.ts';
import { openShop } from './grounding-shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
let action: Action;
beforeAll(async () => {
  shop = await openShop();
  action = await shop.house.createAction(shop.agentId, {
    kind: 'http',
    name: 'book',
    settings: {
      inputs: [
        { name: 'order_id', description: 'Order number' },
        { name: 'phone', type: 'phone', description: 'Phone number' },
        { name: 'count', type: 'integer', required: false },
        { name: 'method', type: 'enum', options: ['air', 'sea'] },
      ],
      request: {
        method: 'POST',
        url: `${shop.stub.url}/book`,
        body: {
          type: 'json',
          value: '{"order_id":"{{order_id}}","phone":"{{phone}}","count":"{{count?}}","method":"{{method}}"}',
        },
      },
      response: { fields: [{ path: '$.data', name: 'data' }] },
    },
  });
});
afterAll(() => shop.close());
beforeEach(() => {
  shop.stub.requests.length = 0;
  shop.stub.answer = () => ({ body: { data: 'booked' } });
});

const guess = { order_id: '4711', phone: '+493055501', count: 3, method: 'air' };

/** The visitor has said their order number; the model insists on the rest. */
async function askForForm(): Promise<{ visitor: VisitorClient; form: Entry; payload: InputFormPayload }> {
  const visitor = await shop.house.visit(shop.agentId);
  await shop.turn(visitor, 'Book order 4711', [
    [{ call: 'book', input: guess }],
    [{ call: 'book', input: guess }],
  ]);
  const form = (await visitor.list()).find(({ card }) => card?.kind === 'input-form');
  if (!form) throw new Error('there is no form');
  return { visitor, form, payload: form.card?.payload as unknown as InputFormPayload };
}

const values = { phone: '0049 30 5550199', count: '', method: 'sea' };

it('what was said long ago need not be said again', async () => {
  const visitor = await shop.house.visit(shop.agentId);
  await shop.turn(visitor, 'My order is 4711');
  for (let i = 0; i < 35; i++) await shop.turn(visitor, `And ${i}?`);
  await shop.turn(visitor, 'Where is it?', [[{ call: 'look', input: { order_id: '4711' } }]]);
  expect(shop.told).toMatchObject([{ status: 'done' }]);
});

describe('a form for what nobody said', () => {
  it('comes after the agent could have asked, shows what is known, and asks for the rest', async () => {
    const { visitor, payload } = await askForForm();
    expect(shop.told).toMatchObject([
      {
        status: 'missing_inputs',
        ungrounded: ['phone', 'count', 'method'],
        ask: expect.stringMatching(/phone/),
      },
      { status: 'awaiting_inputs' },
    ]);
    expect(payload).toMatchObject({
      title: 'book',
      values: [{ label: 'Order number', value: '4711' }],
      fields: [
        { name: 'phone', type: 'phone', label: 'Phone number', required: true },
        { name: 'count', type: 'number', required: false },
        { name: 'method', type: 'choice', options: ['air', 'sea'] },
      ],
    });
    expect(shop.stub.requests).toEqual([]);
    expect(await shop.calls(visitor)).toMatchObject([{ state: 'proposed', request: null }]);
  });

  it('sent, makes the call once with these values, and the agent tells of it', async () => {
    const { visitor, form } = await askForForm();
    expect((await visitor.useCard(form.id, 'submit', values)).status).toBe(200);
    await waitFor(() => shop.stub.requests.length === 1);
    expect(JSON.parse(shop.stub.requests[0]?.body ?? '')).toMatchObject({
      ...{ order_id: '4711', phone: '+49305550199', method: 'sea' },
    });
    expect((await visitor.useCard(form.id, 'submit', values)).status).toBe(200);
    // Once when it had asked, once when it knew.
    await waitFor(async () => (await visitor.list()).filter(({ text }) => text === 'Well.').length === 2);
    expect(shop.stub.requests).toHaveLength(1);
    const [call] = await shop.calls(visitor);
    expect(call).toMatchObject({
      state: 'done',
      inputs: {
        order_id: { value: '4711', source: 'visitor' },
        phone: { source: 'form', at: { entryId: form.id } },
        method: { value: 'sea', source: 'form' },
      },
    });
    const card = (await visitor.list()).find(({ id }) => id === form.id)?.card;
    expect(card).toMatchObject({ state: 'submitted', payload: { fields: [] } });

    // What was filled in once need not be said again.
    await shop.turn(visitor, 'Call me back', [[{ call: 'call_back', input: { phone: '+49305550199' } }]]);
    expect(shop.told).toMatchObject([{ status: 'done' }]);
  });

  it('with wrong values says what is wrong with which, and sends nothing', async () => {
    const { visitor, form } = await askForForm();
    const wrong = [
      [{}, ['phone', 'method']],
      [{ phone: '030', method: 'sea' }, ['phone']],
      [{ ...values, method: 'rail' }, ['method']],
      [{ ...values, count: 'many' }, ['count']],
      [{ ...values, count: '2.5' }, ['count']],
      [{ ...values, phone: 'x'.repeat(3_000) }, ['phone']],
    ] as const;
    for (const [filled, names] of wrong) {
      const response = await visitor.useCard(form.id, 'submit', filled);
      expect(response.status).toBe(422);
      const { error } = (await response.json()) as { error: { details: { path: string }[] } };
      expect(error.details.map(({ path }) => path)).toEqual(names.map((name) => `values.${name}`));
    }
    expect(shop.stub.requests).toEqual([]);
    expect((await visitor.useCard(form.id, 'submit', values)).status).toBe(200);
    await waitFor(() => shop.stub.requests.length === 1);
  });

  it('cannot change what is known, or add what was not asked for', async () => {
    const { visitor, form } = await askForForm();
    await visitor.useCard(form.id, 'submit', { ...values, order_id: '9999', admin: 'true' });
    await waitFor(() => shop.stub.requests.length === 1);
    expect(JSON.parse(shop.stub.requests[0]?.body ?? '')).toMatchObject({ order_id: '4711' });
    expect(shop.stub.requests[0]?.body).not.toContain('admin');
  });

  it('closed sends nothing', async () => {
    const { visitor, form } = await askForForm();
    expect((await visitor.useCard(form.id, 'dismiss')).status).toBe(200);
    expect((await visitor.useCard(form.id, 'submit', values)).status).toBe(409);
    expect(shop.stub.requests).toEqual([]);
    expect(await shop.calls(visitor)).toMatchObject([{ state: 'failed', error: 'declined' }]);
  });

  it('of another visitor is none', async () => {
    const { form } = await askForForm();
    const stranger = await shop.house.visit(shop.agentId);
    expect((await stranger.useCard(form.id, 'submit', values)).status).toBe(404);
    expect(shop.stub.requests).toEqual([]);
  });

  it.each<[string, (visitor: VisitorClient, form: Entry) => Promise<unknown>]>([
    [
      'it comes too late',
      (_, { id }) =>
        shop.house.pool.query(
          `update calls set expires_at = now() - interval '1 second' where entry_id = $1`,
          [id],
        ),
    ],
    [
      'the action has changed',
      () =>
        shop.house.api('PATCH', `/api/v1/actions/${action.id}`, {
          settings: { ...action.settings, timeoutMs: 9_000 },
        }),
    ],
    [
      'a person has taken over',
      ({ session }) =>
        shop.house.api('PUT', `/api/v1/conversations/${session.conversationId}/auto-reply`, {
          state: 'muted',
        }),
    ],
    [
      'the call was made meanwhile',
      (visitor) =>
        shop.turn(visitor, 'Book order 4711 by sea, my phone is +49 30 5550199', [
          [{ call: 'book', input: { order_id: '4711', phone: '+49305550199', method: 'sea' } }],
        ]),
    ],
  ])('is void when %s', async (_, happens) => {
    const { visitor, form } = await askForForm();
    await happens(visitor, form);
    expect((await visitor.useCard(form.id, 'submit', values)).status).toBe(409);
    await pause(100);
    expect(shop.stub.requests).toEqual([]);
  });

  it('is one, however long the model insists', async () => {
    const { visitor } = await askForForm();
    await shop.turn(visitor, 'Hm', [[{ call: 'book', input: guess }], [{ call: 'book', input: guess }]]);
    expect((await visitor.list()).filter(({ card }) => card?.kind === 'input-form')).toHaveLength(1);
    expect(shop.told).toMatchObject([{ status: 'awaiting_inputs' }, { status: 'awaiting_inputs' }]);
  });
});
