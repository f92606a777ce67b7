import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { signIdentity } from '../../../../tests/harness/sign-identity.ts';
import { StubApi } from '../../../../tests/harness/stub-api.ts';
import type { Playground, PlaygroundTurn } from '../../../contract/playground.ts';
import type { Session } from '../../../contract/widget/session.ts';
import { purgePlayground } from './purge-playground.ts';

/** With the built-in engine, and an API of the shop that counts what reaches it. */
let house: Harness;
let shop: StubApi;
let agentId: string;

beforeAll(async () => {
  shop = await StubApi.start({ answer: () => ({ body: { status: 'on its way' } }) });
  house = await Harness.start({ egressAllow: shop.host });
  agentId = (await house.createAgent({ language: 'en' })).id;
  await house.createAction(agentId, {
    kind: 'http',
    name: 'My orders',
    guidance: { whenToUse: 'Use when the visitor asks where their order is.' },
    settings: {
      inputs: [{ name: 'customer', source: 'identity:sub' }],
      request: { url: `${shop.url}/customers/{{customer}}` },
    },
  });
  await house.createAction(agentId, {
    kind: 'lead-form',
    name: 'Get a quote',
    guidance: { whenToUse: 'Use when the visitor wants a quote or an offer.' },
    settings: { fields: [{ name: 'email', type: 'email', required: true }] },
  });
  await house.createAction(agentId, {
    ...{ kind: 'button', name: 'Call us', settings: { text: 'Call', url: 'tel:+49301234567' } },
    availability: { pages: ['/contact'] },
  });
  await house.api('POST', '/api/v1/knowledge/sources', {
    ...{ agentId, type: 'faq', title: 'Shipping' },
    items: [{ question: 'How long does shipping take?', answer: 'Two to four working days.' }],
  });
});
afterAll(async () => {
  await house.close();
  await shop.close();
});

async function play(as: object = {}) {
  const path = `/api/v1/agents/${agentId}/playground`;
  const { status, body } = await house.api<Playground>('POST', path, as);
  expect(status).toBe(201);
  return { ...body, visitor: await house.visit(agentId, body.token) };
}

async function readTurns(conversationId: string): Promise<PlaygroundTurn[]> {
  const { status, body } = await house.api<{ items: PlaygroundTurn[] }>(
    'GET',
    `/api/v1/playground/${conversationId}/turns`,
  );
  expect(status).toBe(200);
  return body.items;
}

const count = async (query: string) =>
  Number((await house.pool.query(`select count(*) from ${query}`)).rows[0].count);

describe('why a turn came out as it did', () => {
  it('names the snippet that was said, and what else there was', async () => {
    const { visitor, conversationId } = await play({ page: { url: 'https://shop.example/' } });
    expect(visitor.session).toMatchObject({ conversationId, isVerified: false });
    await visitor.ask('How long does shipping take?');
    const [turn] = await readTurns(conversationId);
    expect(turn).toMatchObject({
      state: 'done',
      error: null,
      asked: 'How long does shipping take?',
      entries: [{ text: expect.stringContaining('Two to four'), cardKind: null }],
      trace: {
        model: 'builtin',
        snippets: [{ title: 'Shipping', text: 'Two to four working days.', isCited: true }],
        snippetCount: 1,
        offered: [{ name: 'My orders' }, { name: 'Get a quote' }],
        absent: [{ name: 'Call us', reasons: [{ text: expect.stringContaining('/contact') }] }],
        withheld: [],
      },
      calls: [],
    });
    expect(turn?.trace?.steps).toMatchObject([{ reasons: [{ code: 'answers' }], uses: [] }]);
    expect(turn?.trace?.ms).toBeGreaterThanOrEqual(turn?.trace?.steps[0]?.ms ?? 0);
  });

  it('shows the call that was really made, for whom the team plays, with where its input came from', async () => {
    const { visitor, conversationId } = await play({
      visitor: { sub: 'customer-42', attributes: { plan: 'gold' } },
    });
    expect(visitor.session.isVerified).toBe(true);
    await visitor.ask('Where is my order?');
    const [turn] = await readTurns(conversationId);
    expect(turn?.trace?.steps[0]).toMatchObject({ uses: [{ action: 'My orders' }] });
    expect(turn?.calls).toMatchObject([
      {
        actionName: 'My orders',
        state: 'done',
        inputs: { customer: { value: 'customer-42', source: 'identity:sub' } },
      },
    ]);
    expect(shop.requests.at(-1)?.path).toBe('/customers/customer-42');
  });

  it('is not kept for a visitor, whose conversation cannot be looked into here', async () => {
    const before = await count('turn_traces');
    const visitor = await house.visit(agentId);
    await visitor.ask('How long does shipping take?');
    expect(await count('turn_traces')).toBe(before);
    const path = `/api/v1/playground/${visitor.session.conversationId}/turns`;
    expect((await house.api('GET', path)).status).toBe(404);
  });
});

describe('whom the team plays', () => {
  it('is not taken for the visitor of that name, and the other way around', async () => {
    const { visitor } = await play({ visitor: { sub: 'ada' } });
    await visitor.ask('How long does shipping take?');
    const secrets = `/api/v1/agents/${agentId}/identity-secrets`;
    const secret = (await house.api<{ value: string }>('POST', secrets)).body.value;
    const identity = await signIdentity(secret, agentId, { sub: 'ada' });
    const start = (token?: string) =>
      fetch(`${house.url}/widget/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ agentId, identity, token }),
      }).then((response) => response.json() as Promise<Session>);
    const real = await start();
    expect(real.isVerified).toBe(true);
    expect(real.visitorId).not.toBe(visitor.session.visitorId);
    const again = await start(visitor.session.token);
    expect(again.visitorId).toBe(real.visitorId);
    const played = await play({ visitor: { sub: 'ada' } });
    expect([real.visitorId, visitor.session.visitorId]).not.toContain(played.visitor.session.visitorId);
  });

  it('has only what a token could say of them', async () => {
    const path = `/api/v1/agents/${agentId}/playground`;
    const tooMuch = { visitor: { sub: 'ada', attributes: { note: 'x'.repeat(501) } } };
    expect((await house.api('POST', path, tooMuch)).status).toBe(422);
    expect((await house.api('POST', path, { visitor: { sub: ' ' } })).status).toBe(422);
    expect((await house.api('POST', '/api/v1/agents/nobody/playground', {})).status).toBe(404);
  });
});

describe('what happens in the playground', () => {
  it('stays out of the conversations, the leads and the webhooks', async () => {
    await house.api('POST', '/api/v1/webhooks', {
      url: `${shop.url}/hook`,
      events: ['conversation.created', 'message.created', 'lead.submitted'],
    });
    const list = async () =>
      (await house.api<{ items: { id: string }[] }>('GET', '/api/v1/conversations')).body;
    const before = await list();
    const { visitor } = await play();
    await visitor.ask('I want a quote');
    const form = (await visitor.list()).find(({ card }) => card)?.id ?? '';
    const sent = await visitor.useCard(form, 'submit', { email: 'team@example.com' });
    expect(await sent.json()).toMatchObject({ card: { state: 'submitted' } });
    expect(await list()).toEqual(before);
    expect(await count('leads')).toBe(0);
    expect(await count('webhook_deliveries')).toBe(0);
    const real = await house.visit(agentId);
    await real.ask('hello');
    expect((await list()).items).toHaveLength(before.items.length + 1);
    expect(await count('webhook_deliveries')).toBe(3);
  });

  it('is deleted after a day, and nobody goes on in its place', async () => {
    const { visitor, token, conversationId } = await play();
    await visitor.ask('hello');
    await purgePlayground(house.pool);
    expect(await readTurns(conversationId)).toHaveLength(1);
    await house.pool.query(`update conversations set last_at = now() - interval '25 hours' where id = $1`, [
      conversationId,
    ]);
    const visitors = await count('visitors');
    await purgePlayground(house.pool);
    expect(await count('visitors')).toBe(visitors - 1);
    const resumed = await fetch(`${house.url}/widget/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ agentId, token }),
    });
    expect(resumed.status).toBe(404);
    expect(await count('visitors')).toBe(visitors - 1);
  });
});
