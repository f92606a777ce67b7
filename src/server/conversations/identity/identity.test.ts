import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import { signIdentity } from '../../../../tests/harness/sign-identity.ts';
import type { VisitorClient } from '../../../../tests/harness/visitor-client.ts';
import { waitFor } from '../../../../tests/harness/wait-for.ts';
import type { ConversationDetail } from '../../../contract/conversation.ts';
import type { Visitor } from '../../../contract/widget/identity.ts';
import type { Session } from '../../../contract/widget/session.ts';

let house: Harness;
let agentId: string;
let secret: string;

beforeAll(async () => {
  house = await Harness.start({ model: scriptedModel(() => [{ say: 'Hello.' }]) });
});
afterAll(() => house.close());
beforeEach(async () => {
  agentId = (await house.createAgent()).id;
  secret = await makeSecret(agentId);
});

async function makeSecret(id: string): Promise<string> {
  const { body } = await house.api<{ value: string }>('POST', `/api/v1/agents/${id}/identity-secrets`);
  return body.value;
}

const now = () => Math.floor(Date.now() / 1000);
const sign = (claims = {}) => signIdentity(secret, agentId, claims);

/** A browser that opens the chat on a page that says who is signed in. */
async function arrive(identity: string, token?: string): Promise<VisitorClient> {
  const response = await fetch(`${house.url}/widget/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ agentId, identity, ...(token ? { token } : {}) }),
  });
  return house.visit(agentId, ((await response.json()) as Session).token);
}

/** The page says so while the chat is open; the browser goes on with what it gets. */
async function identify(visitor: VisitorClient, identity: string): Promise<VisitorClient> {
  const response = await visitor.post('/widget/v1/identity', { identity });
  expect(response.status).toBe(200);
  return house.visit(agentId, ((await response.json()) as Session).token);
}

async function visitorOf({ session }: VisitorClient): Promise<Visitor> {
  const path = `/api/v1/conversations/${session.conversationId}`;
  return (await house.api<ConversationDetail>('GET', path)).body.visitor;
}

const isOver = async (visitor: VisitorClient) =>
  (await visitor.post('/widget/v1/messages', { clientId: crypto.randomUUID(), text: 'x' })).status === 401;

const signOut = ({ session }: VisitorClient) =>
  fetch(`${house.url}/widget/v1/session`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${session.token}` },
  });

/** A stream that is open; `ended` resolves when the server has ended it. */
async function watchStream({ session }: VisitorClient): Promise<{ ended: Promise<void> }> {
  const response = await fetch(`${house.url}/widget/v1/events`, {
    headers: { authorization: `Bearer ${session.token}`, accept: 'text/event-stream' },
  });
  expect(response.status).toBe(200);
  const drain = async () => {
    for await (const _ of response.body ?? []);
  };
  return { ended: drain() };
}

const textsOf = async (visitor: VisitorClient) =>
  (await visitor.list()).filter(({ author }) => author.type === 'visitor').map(({ text }) => text);

/** As if the time of every proof had come; the clock is that of the database. */
const endProofs = (visitor: VisitorClient) =>
  house.pool.query(
    `with ended as (
      update visitor_sessions set verified_until = now() - interval '1 second' where visitor_id = $1
    )
    update visitors set verified_until = now() - interval '1 second' where id = $1`,
    [visitor.session.visitorId],
  );

describe('who was unknown and signs in', () => {
  it('keeps the conversation, and gets another token', async () => {
    const before = await house.visit(agentId);
    await before.ask('Where is my order?');
    const after = await identify(before, await sign({ plan: 'gold', seats: 3, trial: false }));
    expect(after.session).toMatchObject({
      visitorId: before.session.visitorId,
      conversationId: before.session.conversationId,
      isVerified: true,
    });
    expect(after.session.token).not.toBe(before.session.token);
    expect(await isOver(before)).toBe(true);
    expect(await textsOf(after)).toEqual(['Where is my order?']);
    expect(await visitorOf(after)).toMatchObject({
      level: 'verified',
      sub: 'ada',
      attributes: { plan: 'gold', seats: 3, trial: false },
      claimed: null,
    });
  });

  it('keeps the token and the conversation while the page says so again and again', async () => {
    const first = await arrive(await sign());
    const again = await identify(first, await sign({ plan: 'silver' }));
    expect(again.session.token).toBe(first.session.token);
    const reloaded = await arrive(await sign({ plan: 'gold' }), first.session.token);
    expect(reloaded.session).toMatchObject({ token: first.session.token, isVerified: true });
    expect((await visitorOf(reloaded)).attributes).toEqual({ plan: 'gold' });
  });

  it('is not turned back by an older token', async () => {
    const old = await sign({ iat: now() - 30, plan: 'silver' });
    const visitor = await arrive(await sign({ plan: 'gold' }));
    await identify(visitor, old);
    expect((await visitorOf(visitor)).attributes).toEqual({ plan: 'gold' });
  });

  it('leaves out what is no plain value, and what a token is made of', async () => {
    const claims = {
      iss: 'shop',
      jti: '1',
      roles: ['a'],
      address: { city: 'x' },
      nothing: null,
      name: 'Ada',
    };
    const visitor = await arrive(await sign({ ...claims, ['__proto__']: 'x', constructor: 'x' }));
    expect((await visitorOf(visitor)).attributes).toEqual({ name: 'Ada' });
  });
});

describe('a second device', () => {
  it('finds the same visitor and conversation', async () => {
    const first = await arrive(await sign());
    await first.ask('From my desk');
    const second = await arrive(await sign());
    expect(second.session.conversationId).toBe(first.session.conversationId);
    expect(second.session.token).not.toBe(first.session.token);
    expect(await textsOf(second)).toEqual(['From my desk']);
    expect(await isOver(first)).toBe(false);
  });

  it('leaves what was said there before with whoever said it', async () => {
    const first = await arrive(await sign());
    await first.ask('From my desk');
    const stranger = await house.visit(agentId);
    await stranger.ask('Cancel everything');
    const second = await identify(stranger, await sign());
    expect(await textsOf(second)).toEqual(['From my desk']);
    expect(await visitorOf(stranger)).toMatchObject({ level: 'anonymous', sub: null });
    expect(await isOver(stranger)).toBe(true);
  });

  it('at the same time as the first makes one visitor', async () => {
    const identity = await sign({ sub: 'twins' });
    const devices = await Promise.all([1, 2, 3, 4, 5].map(() => arrive(identity)));
    expect(new Set(devices.map(({ session }) => session.visitorId)).size).toBe(1);
    expect(new Set(devices.map(({ session }) => session.conversationId)).size).toBe(1);
  });

  it('of the same sub at another agent is somebody else', async () => {
    const here = await arrive(await sign());
    const sibling = await house.createAgent();
    agentId = sibling.id;
    secret = await makeSecret(sibling.id);
    const there = await arrive(await sign());
    expect(there.session.visitorId).not.toBe(here.session.visitorId);
  });
});

describe('another sub', () => {
  it('in the same browser is another visitor, and the one before is signed out', async () => {
    const ada = await arrive(await sign());
    await ada.ask('My secret');
    const stream = await watchStream(ada);
    const eve = await identify(ada, await sign({ sub: 'eve' }));
    expect(eve.session.visitorId).not.toBe(ada.session.visitorId);
    expect(await eve.list()).toEqual([]);
    await stream.ended;
    expect(await isOver(ada)).toBe(true);
    const adaAgain = await arrive(await sign());
    expect(await textsOf(adaAgain)).toEqual(['My secret']);
    expect(await visitorOf(adaAgain)).toMatchObject({ sub: 'ada' });
    expect(await visitorOf(eve)).toMatchObject({ sub: 'eve' });
  });

  it('never gets what another has, in whatever order many come', async () => {
    const browsers: VisitorClient[] = [];
    for (const [round, sub] of ['a', 'b', 'a', 'c', 'b', 'a', 'c'].entries()) {
      const before = browsers.at(-1);
      const here = await arrive(await sign({ sub }), round % 2 ? before?.session.token : undefined);
      await here.send(`I am ${sub}`);
      browsers.push(here);
    }
    for (const sub of ['a', 'b', 'c']) {
      const said = await textsOf(await arrive(await sign({ sub })));
      expect(new Set(said)).toEqual(new Set([`I am ${sub}`]));
    }
  });

  it('that cannot be proved still ends the session of the one before', async () => {
    const ada = await arrive(await sign());
    await ada.ask('My secret');
    const forged = await signIdentity('not the secret, but long enough for it', agentId, { sub: 'eve' });
    const shown = await arrive(forged, ada.session.token);
    expect(shown.session.isVerified).toBe(false);
    expect(await shown.list()).toEqual([]);
    expect(await isOver(ada)).toBe(true);
  });

  it('is not what a stale token of the same visitor is: they go on', async () => {
    const ada = await arrive(await sign());
    await ada.ask('Hello');
    const stale = await sign({ iat: now() - 600, exp: now() - 300 });
    const again = await arrive(stale, ada.session.token);
    expect(again.session.conversationId).toBe(ada.session.conversationId);
  });
});

it('many at once, who sign in across each other, sign out and erase themselves, are all served', async () => {
  const tokens = await Promise.all(['x', 'y', 'z'].map((sub) => sign({ sub })));
  const browsers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => arrive(tokens[index % 3] as string)),
  );
  const act = (visitor: VisitorClient, round: number): Promise<Response> => {
    if (round === 7) return signOut(visitor);
    const headers = { authorization: `Bearer ${visitor.session.token}` };
    if (round === 9) return fetch(`${house.url}/widget/v1/me`, { method: 'DELETE', headers });
    return visitor.post('/widget/v1/identity', { identity: tokens[round % 3] });
  };
  const answers = await Promise.all(
    browsers.flatMap((visitor, index) => [0, 1, 2].map((more) => act(visitor, index + more))),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => ![200, 204, 401].includes(status))).toEqual([]);
  const { rows } = await house.pool.query(
    `select sub from visitors where agent_id = $1 and sub is not null group by sub having count(*) > 1`,
    [agentId],
  );
  expect(rows).toEqual([]);
});

describe('signing out', () => {
  it('ends the session and what it was reading; the conversation stays with the visitor', async () => {
    const ada = await arrive(await sign());
    await ada.ask('Hello');
    const stream = await watchStream(ada);
    expect((await signOut(ada)).status).toBe(204);
    await stream.ended;
    expect(await isOver(ada)).toBe(true);
    expect((await signOut(ada)).status).toBe(401);
    const next = await house.visit(agentId, ada.session.token);
    expect(next.session.visitorId).not.toBe(ada.session.visitorId);
    expect(await next.list()).toEqual([]);
  });

  it('does not end the token of the page: until exp it signs in again', async () => {
    const identity = await sign();
    const ada = await arrive(identity);
    await ada.ask('Hello');
    await signOut(ada);
    expect(await textsOf(await arrive(identity))).toEqual(['Hello']);
  });
});

describe('at exp', () => {
  it('the visitor is no longer verified, the attributes are gone, and the conversation goes on', async () => {
    const ada = await arrive(await sign({ exp: now() + 2, plan: 'gold' }));
    await ada.ask('Hello');
    const stream = await watchStream(ada);
    expect((await visitorOf(ada)).level).toBe('verified');
    const lapsed = await waitFor(async () => {
      const visitor = await visitorOf(ada);
      return visitor.level === 'verified' ? null : visitor;
    });
    expect(lapsed).toMatchObject({ level: 'anonymous', sub: 'ada', attributes: {} });
    expect(Date.parse(lapsed.verifiedUntil ?? '')).toBeLessThanOrEqual(Date.now());
    // The stream asks again whether it may go on; it may.
    await stream.ended;
    await ada.ask('Still here');
    expect(await textsOf(ada)).toEqual(['Hello', 'Still here']);
    expect((await house.visit(agentId, ada.session.token)).session).toMatchObject({
      conversationId: ada.session.conversationId,
      isVerified: false,
    });
  });

  it('a device that was left behind neither sees nor is who signs in elsewhere', async () => {
    const left = await arrive(await sign());
    await left.ask('In the library');
    await endProofs(left);
    const stream = await watchStream(left);
    const home = await arrive(await sign());
    await stream.ended;
    await home.ask('At home, my address is …');
    expect(await isOver(left)).toBe(true);
    const someone = await house.visit(agentId, left.session.token);
    expect(await someone.list()).toEqual([]);
    expect(await textsOf(home)).toEqual(['In the library', 'At home, my address is …']);
  });

  it('what was signed does not stay in the database for long', async () => {
    const { purgeSessions } = await import('../visitors/purge-sessions.ts');
    const ada = await arrive(await sign({ plan: 'gold' }));
    await endProofs(ada);
    await purgeSessions(house.pool);
    const { rows } = await house.pool.query('select attributes from visitors where id = $1', [
      ada.session.visitorId,
    ]);
    expect(rows).toEqual([{ attributes: null }]);
  });
});

describe('erasure', () => {
  it('takes the attributes and the sub with it; who comes back is new', async () => {
    const identity = await sign({ plan: 'gold' });
    const ada = await arrive(identity);
    await ada.ask('Hello');
    const { status } = await fetch(`${house.url}/widget/v1/me`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${ada.session.token}` },
    });
    expect(status).toBe(204);
    const { rows } = await house.pool.query(`select 1 from visitors where sub = 'ada' and agent_id = $1`, [
      agentId,
    ]);
    expect(rows).toEqual([]);
    const again = await arrive(identity);
    expect(again.session.visitorId).not.toBe(ada.session.visitorId);
    expect(await again.list()).toEqual([]);
  });
});
