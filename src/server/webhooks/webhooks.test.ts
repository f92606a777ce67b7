import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { lastWords, scriptedModel } from '../../../tests/harness/scripted-model.ts';
import { StubApi, type StubRequest } from '../../../tests/harness/stub-api.ts';
import { waitFor } from '../../../tests/harness/wait-for.ts';
import { verifyWebhook } from '../../../tests/harness/webhook-receiver.ts';
import { type Delivery, EVENT_TYPES, type Webhook } from '../../contract/operation/webhook.ts';
import { purgeOldData } from '../privacy/purge-old-data.ts';
import { releaseStuck } from './delivery/release-stuck.ts';

let house: Harness;
let receiver: StubApi;
let agentId: string;

beforeAll(async () => {
  receiver = await StubApi.start();
  house = await Harness.start({
    egressAllow: receiver.host,
    model: scriptedModel((call) => {
      const words = lastWords(call);
      if (words.includes('human')) return [{ call: 'talk_to_a_person', input: { reason: 'asked' } }];
      if (call.prompt.at(-1)?.role === 'tool') return [{ say: 'That is all.' }];
      if (words.includes('order')) return [{ call: 'order', input: { id: '7' } }];
      if (words.includes('address')) return [{ call: 'leave_your_address', input: {} }];
      return [{ say: `Answer to ${words}` }];
    }),
  });
  agentId = (await house.createAgent()).id;
  await house.createAction(agentId, {
    kind: 'stop-auto-reply',
    name: 'Talk to a person',
    settings: { message: 'A colleague will answer here.' },
  });
});
afterAll(async () => {
  await house.close();
  await receiver.close();
});

async function subscribe(path: string, events: readonly string[]): Promise<Webhook & { secret: string }> {
  const { status, body } = await house.api<Webhook>('POST', '/api/v1/webhooks', {
    url: `${receiver.url}${path}`,
    events,
  });
  expect(status).toBe(201);
  const { secret } = (await house.api<{ secret: string }>('GET', `/api/v1/webhooks/${body.id}/secret`)).body;
  return { ...body, secret };
}

const received = (path: string) => receiver.requests.filter((request) => request.path === path);

const typesAt = (path: string) => received(path).map(({ body }) => JSON.parse(body).type as string);

async function deliveriesOf(id: string): Promise<Delivery[]> {
  const { body } = await house.api<{ items: Delivery[] }>('GET', `/api/v1/webhooks/${id}/deliveries`);
  return body.items;
}

/** The first pause is seconds, the next ones are hours. */
async function skipPauses(id: string): Promise<void> {
  const skip = `update webhook_deliveries set next_attempt_at = now() where webhook_id = $1 and state = 'pending'`;
  await house.pool.query(skip, [id]);
  // A change makes it look.
  await house.api('PATCH', `/api/v1/webhooks/${id}`, { events: ['message.created'] });
}

async function sendTest(id: string): Promise<Delivery> {
  const { status, body } = await house.api<Delivery>('POST', `/api/v1/webhooks/${id}/test`);
  expect(status).toBe(201);
  return body;
}

const stateOf = async (id: string) => (await deliveriesOf(id))[0]?.state;

describe('what happens in conversations', () => {
  it('is told to whoever asked for it, signed, once, and to nobody else', async () => {
    const all = await subscribe('/all', EVENT_TYPES);
    await subscribe('/leads', ['lead.submitted']);
    const visitor = await house.visit(agentId);
    await visitor.ask('hello');
    const path = `/api/v1/conversations/${visitor.session.conversationId}`;
    await house.api('POST', `${path}/replies`, { clientId: 'r1', text: 'It is me.', name: 'Mia' });
    await house.api('POST', `${path}/replies`, { clientId: 'r1', text: 'It is me.', name: 'Mia' });
    await house.api('PUT', `${path}/auto-reply`, { state: 'muted', reason: 'mine' });
    await house.api('PUT', `${path}/auto-reply`, { state: 'muted', reason: 'mine' });
    await house.api('PUT', `${path}/auto-reply`, { state: 'on' });
    await visitor.ask('a human please');

    await waitFor(() => received('/all').length >= 9);
    expect(typesAt('/all').sort()).toEqual([
      'conversation.created',
      'conversation.muted',
      'conversation.muted',
      'conversation.unmuted',
      ...['message.created', 'message.created', 'message.created', 'message.created', 'message.created'],
    ]);
    const payloads = received('/all').map((request) => verifyWebhook(all.secret, request));
    const messages = payloads.filter(({ type }) => type === 'message.created').map(({ data }) => data);
    expect(messages).toContainEqual(
      expect.objectContaining({
        ...{ conversationId: visitor.session.conversationId, visitorId: visitor.session.visitorId, agentId },
        ...{ author: 'teammate', authorName: 'Mia', text: 'It is me.' },
      }),
    );
    for (const request of received('/all')) {
      const { id, timestamp } = JSON.parse(request.body);
      expect(request.headers['webhook-id']).toBe(id);
      expect(new Date(timestamp).toISOString()).toBe(timestamp);
    }
    const mutes = payloads.filter(({ type }) => type === 'conversation.muted').map(({ data }) => data);
    expect(mutes).toContainEqual(expect.objectContaining({ reason: 'mine', until: null }));
    expect(mutes).toContainEqual(expect.objectContaining({ reason: 'asked' }));
    expect(received('/leads')).toEqual([]);
  });

  it('a lead is told once, with what the visitor left', async () => {
    await house.createAction(agentId, {
      kind: 'lead-form',
      name: 'Leave your address',
      settings: { fields: [{ name: 'email', label: 'E-mail', type: 'email', required: true }] },
    });
    const hook = await subscribe('/lead', ['lead.submitted']);
    const visitor = await house.visit(agentId);
    await visitor.ask('take my address');
    const form = (await visitor.list()).find(({ card }) => card?.kind === 'lead-form');
    const submit = () => visitor.useCard(form?.id ?? '', 'submit', { email: 'zoe@example.com' });
    expect((await submit()).status).toBe(200);
    expect((await submit()).status).toBe(200);
    await waitFor(() => received('/lead').length > 0);
    const [request] = received('/lead') as [StubRequest];
    const { items } = (await house.api<{ items: { id: string }[] }>('GET', '/api/v1/leads')).body;
    expect(verifyWebhook(hook.secret, request)).toMatchObject({
      id: `lead_${items[0]?.id}`,
      type: 'lead.submitted',
      data: { leadId: items[0]?.id, values: { email: 'zoe@example.com' } },
    });
    expect(await deliveriesOf(hook.id)).toHaveLength(1);
  });

  it('a call that failed, or of which nobody knows, is told', async () => {
    await house.createAction(agentId, {
      kind: 'http',
      name: 'Order',
      confirm: false,
      settings: {
        inputs: [{ name: 'id' }],
        request: { method: 'POST', url: `${receiver.url}/orders/{{id}}` },
      },
    });
    const hook = await subscribe('/calls', ['call.failed']);
    receiver.answer = ({ path }) => (path.startsWith('/orders/') ? { status: 500 } : {});
    const visitor = await house.visit(agentId);
    await visitor.ask('order number 7');
    await waitFor(() => received('/calls').length > 0);
    expect(verifyWebhook(hook.secret, received('/calls')[0] as StubRequest)).toMatchObject({
      type: 'call.failed',
      data: { state: 'unknown', actionName: 'Order', conversationId: visitor.session.conversationId },
    });
    receiver.answer = () => ({});
  });

  it('an event goes with the conversation that it tells of', async () => {
    receiver.answer = () => ({ status: 500 });
    const hook = await subscribe('/erased', ['message.created']);
    const visitor = await house.visit(agentId);
    await visitor.send('forget me');
    await waitFor(async () => (await deliveriesOf(hook.id)).length > 0);
    await fetch(`${house.url}/widget/v1/me`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${visitor.session.token}` },
    });
    expect(await deliveriesOf(hook.id)).toEqual([]);
    receiver.answer = () => ({});
  });

  it('with no webhook leaves nothing behind', async () => {
    const visitor = await house.visit(agentId);
    await house.pool.query('update webhooks set enabled = false');
    const count = async () =>
      (await house.pool.query('select count(*)::int as count from webhook_deliveries')).rows[0].count;
    const before = await count();
    await visitor.ask('hello');
    expect(await count()).toBe(before);
    await house.pool.query('update webhooks set enabled = true');
  });
});

describe('a receiver', () => {
  it('that fails is tried again with the same id and body, each attempt under an id of its own', async () => {
    let failures = 3;
    receiver.answer = ({ path }) =>
      path === '/flaky' && failures-- > 0 ? { status: 500, body: 'down' } : {};
    const hook = await subscribe('/flaky', ['message.created']);
    const { eventId } = await sendTest(hook.id);
    for (let count = 1; count <= 3; count++) {
      await waitFor(async () => (await deliveriesOf(hook.id))[0]?.attempts.length === count);
      await skipPauses(hook.id);
    }
    await waitFor(async () => (await stateOf(hook.id)) === 'delivered');
    const [delivery] = (await deliveriesOf(hook.id)) as [Delivery];
    expect(delivery.attempts.map(({ status }) => status)).toEqual([500, 500, 500, 200]);
    expect(delivery.attempts[0]).toMatchObject({ error: 'It answered with 500.', response: 'down' });
    const requests = received('/flaky');
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
    expect(requests.map(({ headers }) => headers['webhook-id'])).toEqual(Array(4).fill(eventId));
    expect(requests.map(({ headers }) => headers['bellhop-attempt'])).toEqual(
      delivery.attempts.map(({ id }) => id),
    );
    expect(new Set(delivery.attempts.map(({ id }) => id)).size).toBe(4);
    for (const request of requests) verifyWebhook(hook.secret, request);
  });

  it('is given the pauses of Standard Webhooks, and is given up after the tenth attempt', async () => {
    receiver.answer = () => ({ status: 500 });
    const hook = await subscribe('/never', ['message.created']);
    await sendTest(hook.id);
    const pauses: number[] = [];
    for (let count = 1; count <= 10; count++) {
      const [delivery] = await waitFor(async () => {
        const found = await deliveriesOf(hook.id);
        return found[0]?.attempts.length === count && found;
      });
      if (delivery?.nextAttemptAt) {
        const from = new Date(delivery.attempts.at(-1)?.at ?? 0).getTime();
        pauses.push((new Date(delivery.nextAttemptAt).getTime() - from) / 1_000);
      }
      await skipPauses(hook.id);
    }
    const bars = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
    expect(pauses).toHaveLength(bars.length);
    for (const [index, bar] of bars.entries()) {
      expect(pauses[index]).toBeGreaterThanOrEqual(bar);
      expect(pauses[index]).toBeLessThan(bar * 1.2 + 10);
    }
    expect(await stateOf(hook.id)).toBe('failed');

    receiver.answer = () => ({});
    const [{ id: deliveryId } = { id: '' }] = await deliveriesOf(hook.id);
    const again = await house.api('POST', `/api/v1/webhooks/${hook.id}/deliveries/${deliveryId}/redeliver`);
    expect(again).toMatchObject({ status: 200, body: { state: 'pending' } });
    await waitFor(async () => (await stateOf(hook.id)) === 'delivered');
    expect((await deliveriesOf(hook.id))[0]?.attempts).toHaveLength(11);
  });

  it.each([429, 503])('that asks with %i to be left alone for an hour is', async (status) => {
    receiver.answer = () => ({ status, headers: { 'retry-after': '3600' } });
    const hook = await subscribe(`/later-${status}`, ['message.created']);
    await sendTest(hook.id);
    const delivery = await waitFor(async () => {
      const [found] = await deliveriesOf(hook.id);
      return found?.attempts.length === 1 && found;
    });
    const pause = new Date(delivery.nextAttemptAt ?? 0).getTime() - Date.now();
    expect(pause).toBeGreaterThan(3_500_000);
    expect(pause).toBeLessThan(3_700_000);
    receiver.answer = () => ({});
  });

  it('that is gone gets nothing more, and the team reads why', async () => {
    receiver.answer = ({ path }) => (path === '/gone' ? { status: 410 } : {});
    const hook = await subscribe('/gone', ['message.created']);
    await sendTest(hook.id);
    await waitFor(async () => (await stateOf(hook.id)) === 'disabled');
    const { body } = await house.api<Webhook>('GET', `/api/v1/webhooks/${hook.id}`);
    expect(body).toMatchObject({ enabled: false, disabledReason: expect.stringContaining('410') });
    const visitor = await house.visit(agentId);
    await visitor.ask('anybody there?');
    expect(await deliveriesOf(hook.id)).toHaveLength(1);
    expect((await house.api('POST', `/api/v1/webhooks/${hook.id}/test`)).status).toBe(409);

    receiver.answer = () => ({});
    const on = await house.api('PATCH', `/api/v1/webhooks/${hook.id}`, { enabled: true });
    expect(on).toMatchObject({ status: 200, body: { enabled: true, disabledReason: null } });
    await sendTest(hook.id);
    await waitFor(async () => (await stateOf(hook.id)) === 'delivered');
  });

  it('that redirects is not followed', async () => {
    receiver.answer = ({ path }) =>
      path === '/moved' ? { status: 302, headers: { location: `${receiver.url}/elsewhere` } } : {};
    const hook = await subscribe('/moved', ['message.created']);
    await sendTest(hook.id);
    await waitFor(async () => (await deliveriesOf(hook.id))[0]?.attempts.length === 1);
    expect((await deliveriesOf(hook.id))[0]?.attempts[0]).toMatchObject({
      status: 302,
      error: expect.stringContaining('redirect'),
    });
    expect(received('/elsewhere')).toEqual([]);
  });

  it('that hangs holds up nobody else', async () => {
    receiver.answer = ({ path }) => (path === '/hangs' ? 'hang' : {});
    const slow = await subscribe('/hangs', ['message.created']);
    const quick = await subscribe('/quick', ['message.created']);
    for (let count = 0; count < 12; count++) await sendTest(slow.id);
    await waitFor(() => received('/hangs').length >= 5);
    await sendTest(quick.id);
    await waitFor(() => received('/quick').length === 1);
    expect(received('/hangs').length).toBe(5);
    expect((await house.api('DELETE', `/api/v1/webhooks/${slow.id}`)).status).toBe(204);
    receiver.answer = () => ({});
  });
});

it('what was dropped when a webhook was turned off can be sent again', async () => {
  receiver.answer = ({ path }) => (path === '/off' ? { status: 500 } : {});
  const hook = await subscribe('/off', ['message.created']);
  const { id } = await sendTest(hook.id);
  await waitFor(async () => (await deliveriesOf(hook.id))[0]?.attempts.length === 1);
  const turn = (enabled: boolean) => house.api('PATCH', `/api/v1/webhooks/${hook.id}`, { enabled });
  await turn(false);
  expect(await stateOf(hook.id)).toBe('disabled');
  const path = `/api/v1/webhooks/${hook.id}/deliveries/${id}/redeliver`;
  expect((await house.api('POST', path)).status).toBe(409);
  receiver.answer = () => ({});
  await turn(true);
  expect((await house.api('POST', path)).status).toBe(200);
  await waitFor(async () => (await stateOf(hook.id)) === 'delivered');
});

it('an attempt whose run ended without a word is made again, under another id', async () => {
  const hook = await subscribe('/stuck', ['message.created']);
  receiver.answer = ({ path }) => (path === '/stuck' ? { status: 500 } : {});
  const { id } = await sendTest(hook.id);
  await waitFor(async () => (await deliveriesOf(hook.id))[0]?.attempts.length === 1);
  receiver.answer = () => ({});
  for (const [attempt, stuck, made] of [
    [3, `begun_at = now() - interval '11 minutes'`, 2],
    [6, `begun_at = null, next_attempt_at = now() - interval '11 minutes'`, 3],
  ] as const) {
    await house.pool.query(
      `update webhook_deliveries set state = 'pending', attempt = ${attempt}, ${stuck} where id = $1`,
      [id],
    );
    await releaseStuck(house.pool);
    await waitFor(async () => (await stateOf(hook.id)) === 'delivered');
    const attempts = (await deliveriesOf(hook.id))[0]?.attempts ?? [];
    expect(new Set(attempts.map((one) => one.id)).size).toBe(made);
    expect(attempts.at(-1)?.id).not.toBe(`${id}-${attempt}`);
  }
});

it('goes on after all database connections were cut', async () => {
  const hook = await subscribe('/cut', ['message.created']);
  await sendTest(hook.id);
  await waitFor(async () => (await stateOf(hook.id)) === 'delivered');
  await house.pool
    .query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    .catch(() => undefined);
  await sendTest(hook.id);
  await waitFor(() => received('/cut').length === 2);
});

describe('the secret', () => {
  it('is rotated with both signing, and never stands in a list or an answer about the webhook', async () => {
    const hook = await subscribe('/rotated', ['message.created']);
    const rotated = await house.api<Webhook>('POST', `/api/v1/webhooks/${hook.id}/rotate-secret`);
    expect(rotated.body.oldSecretUntil).not.toBeNull();
    const path = `/api/v1/webhooks/${hook.id}/secret`;
    const { secret } = (await house.api<{ secret: string }>('GET', path)).body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(secret).not.toBe(hook.secret);
    await sendTest(hook.id);
    await waitFor(() => received('/rotated').length === 1);
    const [request] = received('/rotated') as [StubRequest];
    expect(request.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    expect(verifyWebhook(secret, request)).toEqual(verifyWebhook(hook.secret, request));
    expect(() => verifyWebhook('whsec_AAAA', request)).toThrow();

    await house.pool.query(`update webhooks set old_secret_until = now() - interval '1 second'`);
    await sendTest(hook.id);
    await waitFor(() => received('/rotated').length === 2);
    expect(() => verifyWebhook(hook.secret, received('/rotated')[1] as StubRequest)).toThrow();
    const told = JSON.stringify([rotated.body, (await house.api('GET', '/api/v1/webhooks')).body]);
    expect(told).not.toContain('whsec_');
    const stored = await house.pool.query('select secret, old_secret from webhooks where id = $1', [hook.id]);
    expect(JSON.stringify(stored.rows)).not.toContain(secret.slice(6));
  });
});

describe('what is asked for', () => {
  it('is refused when it cannot be', async () => {
    const create = (body: unknown) =>
      house.api<{ error: { code: string } }>('POST', '/api/v1/webhooks', body);
    expect((await create({ url: 'http://127.0.0.1:9/x', events: ['lead.submitted'] })).body.error.code).toBe(
      'egress_blocked',
    );
    expect((await create({ url: receiver.url, events: ['nothing.happened'] })).status).toBe(422);
    expect((await create({ url: receiver.url, events: [] })).status).toBe(422);
    expect((await house.api('GET', '/api/v1/webhooks/none')).status).toBe(404);
    expect((await house.api('GET', '/api/v1/webhooks/none/secret')).status).toBe(404);
    expect((await house.api('POST', '/api/v1/webhooks/none/deliveries/none/redeliver')).status).toBe(404);
    expect((await house.api('PATCH', '/api/v1/webhooks/none', {})).status).toBe(422);
  });

  it('cannot be sent again once it is no longer kept', async () => {
    const hook = await subscribe('/old', ['message.created']);
    const { id } = await sendTest(hook.id);
    await waitFor(async () => (await stateOf(hook.id)) === 'delivered');
    await house.pool.query(
      `update webhook_deliveries set happened_at = now() - interval '8 days' where id = $1`,
      [id],
    );
    await purgeOldData(house.pool, () => {});
    expect((await deliveriesOf(hook.id))[0]).toMatchObject({ payload: null, state: 'delivered' });
    const again = await house.api('POST', `/api/v1/webhooks/${hook.id}/deliveries/${id}/redeliver`);
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
  });
});
