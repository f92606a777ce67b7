import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { lastWords, scriptedModel } from '../../../tests/harness/scripted-model.ts';
import { StubApi } from '../../../tests/harness/stub-api.ts';
import type { VisitorClient } from '../../../tests/harness/visitor-client.ts';
import { waitFor } from '../../../tests/harness/wait-for.ts';
import type { Action } from '../../contract/action.ts';
import type { Call } from '../../contract/call.ts';
import type { ConfirmationPayload, Entry } from '../../contract/entry.ts';

let stub: StubApi;
let house: Harness;
let agentId: string;

beforeAll(async () => {
  stub = await StubApi.start({ honoursKeys: true });
  // "TOOL VALUE" calls that tool; once it is told what came of it, the model says so.
  const model = scriptedModel((call) => {
    const told = call.prompt.at(-1);
    const tools = (call.tools ?? []).map(({ name }) => name);
    const [tool = '', id] = lastWords(call).split(' ');
    if (told?.role === 'tool') return [{ say: `Told: ${JSON.stringify(told.content[0])}` }];
    return tools.includes(tool) ? [{ call: tool, input: { id } }] : [{ say: 'Hm.' }];
  });
  house = await Harness.start({ model, egressAllow: stub.host });
});
afterAll(async () => {
  await house.close();
  await stub.close();
});
beforeEach(async () => {
  agentId = (await house.createAgent({ language: 'en' })).id;
  stub.answer = () => ({ body: { status: 'fine', hidden: 'nobody may read this' } });
});

const inputs = [{ name: 'id', description: 'Order number' }];
const response = { fields: [{ path: '$.status', name: 'status' }] };
function makeAction(
  name: string,
  request: object,
  more: object = {},
  settings: object = {},
): Promise<Action> {
  return house.createAction(agentId, {
    kind: 'http',
    name,
    settings: { inputs, request, response, ...settings },
    ...more,
  });
}
const makeRead = (more?: object, settings?: object) =>
  makeAction('look', { url: `${stub.url}/orders/{{id}}` }, more, settings);
const makeWrite = (more?: object, settings?: object) =>
  makeAction('cancel', { method: 'POST', url: `${stub.url}/orders/{{id}}/cancel` }, more, settings);

async function listCalls(visitor: VisitorClient): Promise<Call[]> {
  const { conversationId } = visitor.session;
  const { body } = await house.api<{ items: Call[] }>(
    'GET',
    `/api/v1/calls?conversationId=${conversationId}`,
  );
  return body.items;
}
const sentTo = (id: string) => stub.requests.filter(({ path }) => path.includes(`/${id}`));
const lastText = async (visitor: VisitorClient) =>
  (await visitor.list()).findLast(({ text }) => text)?.text ?? '';

describe('a read', () => {
  it('is in the ledger with its inputs, and the model reads the allowed fields only', async () => {
    await makeRead();
    const visitor = await house.visit(agentId);
    await visitor.ask('look r1');
    expect(await lastText(visitor)).toContain('"status":"fine"');
    expect(await lastText(visitor)).not.toContain('hidden');
    const [call, ...others] = await listCalls(visitor);
    expect(others).toEqual([]);
    expect(call).toMatchObject({
      ...{ state: 'done', effect: 'read', actionName: 'look', error: null },
      inputs: { id: { value: 'r1', source: 'visitor' } },
      request: { method: 'GET', url: `${stub.url}/orders/r1` },
      response: { status: 200 },
      attempts: [{ state: 'done' }],
    });
    expect((await house.api('GET', `/api/v1/calls/${call?.id}`)).body).toEqual(call);
  });

  it('asked for again after the answer is asked again', async () => {
    await makeRead();
    const visitor = await house.visit(agentId);
    await visitor.ask('look r2');
    await visitor.ask('look r2');
    expect(sentTo('r2')).toHaveLength(2);
  });

  it('that fails is told plainly, and tried again where it may help, no sooner than asked', async () => {
    await makeRead();
    let first = 0;
    stub.answer = () => {
      if (first) return { body: { status: 'late' } };
      first = performance.now();
      return { status: 429, headers: { 'retry-after': '1' } };
    };
    const visitor = await house.visit(agentId);
    await visitor.ask('look r3');
    expect(performance.now() - first).toBeGreaterThan(950);
    expect((await listCalls(visitor))[0]?.attempts).toMatchObject([
      { state: 'failed', error: 'busy' },
      { state: 'done' },
    ]);
    stub.answer = () => ({ status: 404, body: { trace: 'at secret.ts:1' } });
    await visitor.ask('look r4');
    expect(await lastText(visitor)).toContain('not_found');
    expect(await lastText(visitor)).not.toContain('secret.ts');
  });
});

describe('a write', () => {
  it('that is not confirmed first is sent once, with a key', async () => {
    await makeWrite({ confirm: false });
    const visitor = await house.visit(agentId);
    await visitor.ask('cancel w1');
    expect(sentTo('w1')).toHaveLength(1);
    expect(sentTo('w1')[0]?.headers['idempotency-key']).toMatch(/^[\w-]{20,}$/);
  });

  it('whose outcome nobody knows is unknown, and is not sent again', async () => {
    await makeWrite({ confirm: false });
    stub.answer = () => ({ status: 500 });
    const visitor = await house.visit(agentId);
    await visitor.ask('cancel w2');
    expect(sentTo('w2')).toHaveLength(1);
    expect(await listCalls(visitor)).toMatchObject([{ state: 'unknown' }]);
    expect(await lastText(visitor)).toContain('unknown');
  });

  it('whose other side honours the key is sent again with it', async () => {
    await makeWrite({ confirm: false }, { retry: { attempts: 3, when: 'idempotent' } });
    let failures = 2;
    stub.answer = () => (failures-- > 0 ? 'reset' : {});
    const visitor = await house.visit(agentId);
    await visitor.ask('cancel w3');
    const keys = new Set(sentTo('w3').map(({ headers }) => headers['idempotency-key']));
    expect(keys.size).toBe(1);
    expect(stub.effects.filter(({ path }) => path.includes('/w3'))).toHaveLength(1);
    expect((await listCalls(visitor))[0]?.state).toBe('done');
  });

  it('is one, though the visitor writes on while it is under way', async () => {
    await makeWrite({ confirm: false });
    stub.answer = async () => {
      await pause(400);
      return { body: { status: 'cancelled' } };
    };
    const visitor = await house.visit(agentId);
    await visitor.send('cancel w4');
    await waitFor(() => sentTo('w4').length === 1);
    await visitor.ask('cancel w4');
    expect(sentTo('w4')).toHaveLength(1);
    expect(await listCalls(visitor)).toMatchObject([{ state: 'done' }]);
    expect(await lastText(visitor)).toContain('cancelled');
  });

  it('does not start once the conversation is muted', async () => {
    await makeWrite({ confirm: false });
    const visitor = await house.visit(agentId);
    const { conversationId } = visitor.session;
    for (let round = 0; round < 5; round++) {
      await house.api('PUT', `/api/v1/conversations/${conversationId}/auto-reply`, { state: 'on' });
      await visitor.send(`cancel m${round}`);
      await house.api('PUT', `/api/v1/conversations/${conversationId}/auto-reply`, { state: 'muted' });
      const before = sentTo(`m${round}`).length;
      await pause(150);
      // What was begun before the mute may still arrive; nothing begins after it.
      const begun = (await listCalls(visitor)).filter(
        ({ inputs }) => inputs.id?.value === `m${round}`,
      ).length;
      expect(sentTo(`m${round}`).length).toBeLessThanOrEqual(Math.max(before, begun));
    }
  });
});

describe('two hundred of the same call at once', () => {
  it('have one effect', async () => {
    await makeWrite({ confirm: true });
    const { visitor, card } = await askToCancel('x1');
    const answers = await Promise.all(Array.from({ length: 200 }, () => visitor.useCard(card.id, 'confirm')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await waitFor(async () => (await listCalls(visitor))[0]?.state === 'done');
    await waitFor(async () => (await lastText(visitor)).includes('fine'));
    expect(sentTo('x1')).toHaveLength(1);
  });
});

async function askToCancel(
  id: string,
): Promise<{ visitor: VisitorClient; card: Entry; payload: ConfirmationPayload }> {
  const visitor = await house.visit(agentId);
  await visitor.ask(`cancel ${id}`);
  const card = (await visitor.list()).find((entry) => entry.card?.kind === 'confirmation');
  if (!card) throw new Error('nobody was asked to confirm');
  return { visitor, card, payload: card.card?.payload as unknown as ConfirmationPayload };
}

describe('a confirmation', () => {
  it('is asked for by default, shows exactly what will be sent, and sends nothing', async () => {
    await makeWrite();
    const { visitor, payload } = await askToCancel('c1');
    expect(payload).toMatchObject({ title: 'cancel', values: [{ label: 'Order number', value: 'c1' }] });
    expect(sentTo('c1')).toEqual([]);
    expect(await listCalls(visitor)).toMatchObject([{ state: 'proposed' }]);
    expect(await lastText(visitor)).toContain('awaiting_confirmation');
  });

  it('given, the call is made once and the agent tells of it', async () => {
    await makeWrite();
    const { visitor, card, payload } = await askToCancel('c2');
    expect((await visitor.useCard(card.id, 'confirm', { hash: payload.hash })).status).toBe(200);
    await waitFor(async () => (await lastText(visitor)).includes('fine'));
    expect((await visitor.useCard(card.id, 'confirm')).status).toBe(200);
    expect((await visitor.useCard(card.id, 'decline')).status).toBe(409);
    await pause(100);
    expect(sentTo('c2')).toHaveLength(1);
    expect(await listCalls(visitor)).toMatchObject([{ state: 'done' }]);
  });

  it('declined sends nothing, and cannot be given afterwards', async () => {
    await makeWrite();
    const { visitor, card } = await askToCancel('c3');
    expect((await visitor.useCard(card.id, 'decline')).status).toBe(200);
    expect((await visitor.useCard(card.id, 'confirm')).status).toBe(409);
    expect(sentTo('c3')).toEqual([]);
    expect(await listCalls(visitor)).toMatchObject([{ state: 'failed', error: 'declined' }]);
  });

  it('of another visitor is none', async () => {
    await makeWrite();
    const { card } = await askToCancel('c4');
    const stranger = await house.visit(agentId);
    expect((await stranger.useCard(card.id, 'confirm')).status).toBe(404);
    expect(sentTo('c4')).toEqual([]);
  });

  it('that comes too late sends nothing, and the card says so', async () => {
    await makeWrite();
    const { visitor, card } = await askToCancel('c5');
    await house.pool.query(`update calls set expires_at = now() - interval '1 second' where entry_id = $1`, [
      card.id,
    ]);
    expect((await visitor.useCard(card.id, 'confirm')).status).toBe(409);
    expect((await visitor.list()).find(({ id }) => id === card.id)?.card?.state).toBe('expired');
    expect(sentTo('c5')).toEqual([]);
  });

  it.each<[string, (action: Action, card: Entry) => Promise<unknown>]>([
    [
      'the values in the ledger',
      (_, { id }) =>
        house.pool.query(
          `update calls set inputs = '{"id":{"value":"other","source":"visitor"}}' where entry_id = $1`,
          [id],
        ),
    ],
    ['the action', ({ id }) => house.api('PATCH', `/api/v1/actions/${id}`, { name: 'cancel all' })],
    [
      'the action’s request',
      ({ id, settings }) =>
        house.api('PATCH', `/api/v1/actions/${id}`, {
          settings: { ...settings, request: { method: 'DELETE', url: `${stub.url}/all` } },
        }),
    ],
    [
      'whether the action is enabled',
      ({ id }) => house.api('PATCH', `/api/v1/actions/${id}`, { enabled: false }),
    ],
  ])('is void when %s changed since it was asked for', async (_, change) => {
    const action = await makeWrite();
    const { visitor, card } = await askToCancel('c6');
    await change(action, card);
    expect((await visitor.useCard(card.id, 'confirm')).status).toBe(409);
    await pause(100);
    expect(sentTo('c6').length + sentTo('all').length + sentTo('other').length).toBe(0);
  });

  it('of values that the visitor’s page made up is refused', async () => {
    await makeWrite();
    const { visitor, card } = await askToCancel('c7');
    expect((await visitor.useCard(card.id, 'confirm', { hash: 'another' })).status).toBe(409);
    expect(sentTo('c7')).toEqual([]);
  });

  it('is overtaken by a newer one of the same action', async () => {
    await makeWrite();
    const { visitor, card } = await askToCancel('c8');
    await visitor.ask('cancel c9');
    expect((await visitor.useCard(card.id, 'confirm')).status).toBe(409);
    const cards = (await visitor.list()).filter((entry) => entry.card);
    expect(cards.map((entry) => entry.card?.state)).toEqual(['expired', 'offered']);
    expect((await visitor.useCard(cards[1]?.id ?? '', 'confirm')).status).toBe(200);
    await waitFor(() => sentTo('c9').length === 1);
    expect(sentTo('c8')).toEqual([]);
  });

  it('asked for twice with the same values is one card', async () => {
    await makeWrite();
    const { visitor } = await askToCancel('c10');
    await visitor.ask('cancel c10');
    expect((await visitor.list()).filter((entry) => entry.card)).toHaveLength(1);
  });

  it('is void while a person has taken over', async () => {
    await makeWrite();
    const { visitor, card } = await askToCancel('c11');
    await house.api('PUT', `/api/v1/conversations/${visitor.session.conversationId}/auto-reply`, {
      state: 'muted',
    });
    expect((await visitor.useCard(card.id, 'confirm')).status).toBe(409);
    expect(sentTo('c11')).toEqual([]);
  });
});

describe('a limit', () => {
  it('once per conversation is a key, and the used-up tool is not offered again', async () => {
    await makeRead({ limit: { per: 'conversation' } });
    const visitor = await house.visit(agentId);
    await visitor.ask('look l1');
    await visitor.ask('look l2');
    expect(await lastText(visitor)).toBe('Hm.');
    expect([sentTo('l1').length, sentTo('l2').length]).toEqual([1, 0]);
    const another = await house.visit(agentId);
    await another.ask('look l3');
    expect(sentTo('l3')).toHaveLength(1);
  });

  it('is given back by a use that failed', async () => {
    await makeRead({ limit: { per: 'visitor' } });
    stub.answer = () => ({ status: 404 });
    const visitor = await house.visit(agentId);
    await visitor.ask('look l4');
    stub.answer = () => ({});
    await visitor.ask('look l5');
    expect(sentTo('l5')).toHaveLength(1);
  });

  it('of hours ends with them', async () => {
    await makeRead({ limit: { per: 'hours', hours: 2 } });
    const visitor = await house.visit(agentId);
    await visitor.ask('look l6');
    await visitor.ask('look l7');
    expect(sentTo('l7')).toHaveLength(0);
    await house.pool.query('update call_limits set until = now()');
    await visitor.ask('look l8');
    expect(sentTo('l8')).toHaveLength(1);
  });
});

describe('before visitors use it', () => {
  it('an owner sees the request, and sends it once for real', async () => {
    const { id } = await makeWrite({}, { retry: { attempts: 5, when: 'idempotent' } });
    const preview = await house.api('POST', `/api/v1/actions/${id}/preview`, { values: { id: 't1' } });
    expect(preview.body).toMatchObject({ request: { method: 'POST', url: `${stub.url}/orders/t1/cancel` } });
    expect(sentTo('t1')).toEqual([]);
    const test = await house.api('POST', `/api/v1/actions/${id}/test`, { values: { id: 't1' } });
    expect(test.body).toMatchObject({
      request: { method: 'POST' },
      response: { status: 200, body: expect.stringContaining('fine') },
      mapped: { status: 'fine' },
    });
    expect(sentTo('t1')).toHaveLength(1);
    const { body } = await house.api<{ items: Call[] }>('GET', `/api/v1/calls?actionId=${id}`);
    expect(body.items).toMatchObject([
      { conversationId: null, state: 'done', inputs: { id: { value: 't1', source: 'test' } } },
    ]);
  });

  it('an archived one is not sent', async () => {
    const { id } = await makeWrite();
    await house.api('DELETE', `/api/v1/actions/${id}`);
    const test = await house.api('POST', `/api/v1/actions/${id}/test`, { values: { id: 't3' } });
    expect(test).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
    expect(sentTo('t3')).toEqual([]);
  });

  it('what is wrong is said: the value, the address, the other side', async () => {
    const { id } = await makeWrite();
    const missing = await house.api('POST', `/api/v1/actions/${id}/preview`, { values: {} });
    expect(missing).toMatchObject({ status: 422, body: { error: { details: [{ code: 'missing_input' }] } } });
    stub.answer = () => ({ status: 418, body: { error: 'teapot' } });
    const refused = await house.api('POST', `/api/v1/actions/${id}/test`, { values: { id: 't2' } });
    expect(refused.body).toMatchObject({ response: { status: 418 }, mapped: {} });
    const blocked = await makeAction('inside', { url: 'http://127.0.0.1:1/' }, {}, { inputs: [] });
    const test = await house.api('POST', `/api/v1/actions/${blocked.id}/test`, { values: {} });
    expect(test).toMatchObject({ status: 422, body: { error: { code: 'egress_blocked' } } });
    const button = await house.createAction(agentId, {
      kind: 'button',
      name: 'b',
      settings: { text: 'x', url: 'https://a.example' },
    });
    expect((await house.api('POST', `/api/v1/actions/${button.id}/test`, { values: {} })).status).toBe(422);
  });
});
