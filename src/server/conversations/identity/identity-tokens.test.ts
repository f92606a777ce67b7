import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { signIdentity } from '../../../../tests/harness/sign-identity.ts';
import type { VisitorClient } from '../../../../tests/harness/visitor-client.ts';
import type { ErrorBody } from '../../../contract/errors.ts';
import type { IdentitySecret } from '../../../contract/widget/identity.ts';
import type { Session } from '../../../contract/widget/session.ts';

type NewSecret = IdentitySecret & { value: string };

let house: Harness;
let agentId: string;
let secret: NewSecret;

beforeAll(async () => {
  house = await Harness.start();
});
afterAll(() => house.close());
beforeEach(async () => {
  agentId = (await house.createAgent()).id;
  secret = await makeSecret();
});

const pathOf = (agent: string, id = '') => `/api/v1/agents/${agent}/identity-secrets${id && `/${id}`}`;

async function makeSecret(agent = agentId): Promise<NewSecret> {
  const { status, body } = await house.api<NewSecret>('POST', pathOf(agent));
  expect(status).toBe(201);
  return body;
}

async function openSession(body: Record<string, unknown>): Promise<Session> {
  const response = await fetch(`${house.url}/widget/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ agentId, ...body }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Session;
}

/** What is wrong with a token: told by both routes alike, and the chat goes on. */
async function faultOf(identity: string): Promise<string> {
  const session = await openSession({ identity });
  expect(session).toMatchObject({ isVerified: false, token: expect.any(String) });
  const visitor = await house.visit(agentId, session.token);
  expect((await visitor.send('still here')).text).toBe('still here');
  const response = await visitor.post('/widget/v1/identity', { identity });
  expect(response.status).toBe(422);
  const { error } = (await response.json()) as ErrorBody;
  expect(error.details).toEqual([{ path: 'identity', ...session.identityProblem }]);
  expect(error.message).toBe(session.identityProblem?.message);
  expect(await visitor.list()).not.toEqual([]);
  return error.details?.[0]?.code ?? '';
}

const now = () => Math.floor(Date.now() / 1000);
const sign = (claims = {}) => signIdentity(secret.value, agentId, claims);

describe('a token', () => {
  it('that is signed with the secret of its agent is taken', async () => {
    expect(await openSession({ identity: await sign() })).toMatchObject({ isVerified: true });
    expect(await openSession({ identity: await sign({ aud: ['other', agentId] }) })).toMatchObject({
      isVerified: true,
    });
  });

  it('may come from a clock that is a little ahead', async () => {
    expect(await openSession({ identity: await sign({ iat: now() + 40, nbf: now() + 40 }) })).toMatchObject({
      isVerified: true,
    });
  });

  it('without a signature, or with another kind of it, is refused', async () => {
    const claims = { aud: agentId, sub: 'ada', iat: now(), exp: now() + 60 };
    expect(await faultOf(new UnsecuredJWT(claims).encode())).toBe('wrong_algorithm');
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const rsa = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    expect(await faultOf(rsa)).toBe('wrong_algorithm');
    expect(await faultOf(await sign({ header: { alg: 'HS512' } }))).toBe('wrong_algorithm');
    const confused = new TextEncoder().encode(await exportSPKI(publicKey));
    const hmac = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(confused);
    expect(await faultOf(hmac)).toBe('bad_signature');
  });

  it('that is signed with another secret, or was changed since, is refused', async () => {
    const other = await house.createAgent();
    const { value } = await makeSecret(other.id);
    expect(await faultOf(await signIdentity(value, agentId))).toBe('bad_signature');
    const [head, , signature] = (await sign()).split('.');
    const payload = Buffer.from(JSON.stringify({ aud: agentId, sub: 'eve', iat: now(), exp: now() + 60 }));
    expect(await faultOf(`${head}.${payload.toString('base64url')}.${signature}`)).toBe('bad_signature');
  });

  it('for another agent is refused, though the signature is right', async () => {
    const other = await house.createAgent();
    expect(await faultOf(await sign({ aud: other.id }))).toBe('wrong_audience');
  });

  it.each([
    ['no sub', { sub: undefined }, 'missing_claim'],
    ['no exp', { exp: undefined }, 'missing_claim'],
    ['no iat', { iat: undefined }, 'missing_claim'],
    ['no aud', { aud: undefined }, 'missing_claim'],
    ['an empty sub', { sub: '' }, 'bad_claim'],
    ['a sub that is a number', { sub: 42 }, 'bad_claim'],
    ['a sub of 201 characters', { sub: 'x'.repeat(201) }, 'bad_claim'],
    ['a sub with a NUL', { sub: 'a\0b' }, 'bad_claim'],
    ['an exp that is a text', { exp: 'tomorrow' }, 'bad_claim'],
    ['an exp one second ago', { iat: now() - 60, exp: now() - 1 }, 'expired'],
    ['an exp an hour ago', { iat: now() - 7_200, exp: now() - 3_600 }, 'expired'],
    ['an iat two days ago', { iat: now() - 172_800, exp: now() + 60 }, 'expired'],
    ['an exp 25 hours after iat', { exp: now() + 90_000 }, 'lifetime_too_long'],
    ['an nbf in the future', { nbf: now() + 300 }, 'not_valid_yet'],
    ['an iat in the future', { iat: now() + 300 }, 'not_valid_yet'],
    ['41 attributes', Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`a${n}`, n])), 'bad_claim'],
    ['an attribute with a name of 61 characters', { ['x'.repeat(61)]: 1 }, 'bad_claim'],
    ['an attribute of 501 characters', { bio: 'x'.repeat(501) }, 'bad_claim'],
    ['an attribute with a NUL', { bio: 'a\0b' }, 'bad_claim'],
    ['an attribute with half a character', { bio: 'a\ud83d' }, 'bad_claim'],
    ['a number that would be rounded', { customer: 2 ** 60 }, 'bad_claim'],
  ])('with %s is refused', async (_case, claims, code) => {
    expect(await faultOf(await sign(claims))).toBe(code);
  });

  it.each(['x', 'a.b.c', '...', 'é.é.é', `${'a'.repeat(8_000)}`, 'a.b.c.d.e'])(
    'that is none is refused: %.10s',
    async (text) => {
      expect(await faultOf(text)).toBe('malformed');
    },
  );

  it('is kept nowhere, and neither is the secret as it is', async () => {
    const identity = await sign({ plan: 'gold' });
    const session = await openSession({ identity });
    const { rows: tables } = await house.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const kept: string[] = [];
    for (const { name } of tables) {
      const { rows } = await house.pool.query<{ row: string }>(`select t::text as row from "${name}" t`);
      kept.push(...rows.map(({ row }) => row));
    }
    const all = kept.join('\n');
    expect(all).toContain('gold');
    for (const told of [identity, identity.split('.')[2], secret.value, session.token])
      expect(all).not.toContain(told);
  });
});

describe('identity secrets', () => {
  it('are told once, sealed where they are stored, and listed by their ends', async () => {
    expect(secret.value).toMatch(/^bhi_[\w-]{43}$/);
    const { body } = await house.api<{ items: IdentitySecret[] }>('GET', pathOf(agentId));
    const { value, ...listed } = secret;
    expect(body).toEqual({ items: [listed], nextCursor: null });
    expect(listed.last4).toBe(value.slice(-4));
    const { rows } = await house.pool.query('select * from identity_secrets where id = $1', [secret.id]);
    expect(JSON.stringify(rows)).not.toContain(value);
  });

  it('are told again to a repeat of the request, and kept where nobody reads them', async () => {
    const other = await house.createAgent();
    const keyed = () =>
      house.api<NewSecret>('POST', pathOf(other.id), undefined, { 'idempotency-key': `once-${other.id}` });
    const [first, second] = [(await keyed()).body, (await keyed()).body];
    expect(second.value).toBe(first.value);
    const { rows } = await house.pool.query('select * from idempotency_keys');
    expect(JSON.stringify(rows)).not.toContain('bhi_');
  });

  it('are two at most, also when three are made at once', async () => {
    const { id } = await house.createAgent();
    const made = await Promise.all([1, 2, 3, 4].map(() => house.api('POST', pathOf(id))));
    expect(made.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
  });

  it('count both while one replaces the other, and no longer once deleted', async () => {
    const next = await makeSecret();
    const [old, fresh] = [await sign(), await signIdentity(next.value, agentId)];
    for (const identity of [old, fresh]) {
      expect(await openSession({ identity })).toMatchObject({ isVerified: true });
    }
    expect((await house.api('DELETE', pathOf(agentId, secret.id))).status).toBe(204);
    expect(await faultOf(old)).toBe('bad_signature');
    expect(await openSession({ identity: fresh })).toMatchObject({ isVerified: true });
    expect((await house.api('DELETE', pathOf(agentId, next.id))).status).toBe(204);
    expect(await faultOf(fresh)).toBe('no_secret');
  });

  it('of another workspace, or another agent, are not found', async () => {
    await house.pool.query(`insert into workspaces (id, name) values ('other', 'Other')`);
    await house.pool.query(
      `insert into agents (id, workspace_id, name, instructions, greeting, tone, language, model, allowed_origins, widget)
        select 'their-agent', 'other', name, instructions, greeting, tone, language, model, allowed_origins, widget from agents limit 1`,
    );
    for (const [method, id] of [['GET'], ['POST'], ['DELETE', secret.id]] as const)
      expect((await house.api(method, pathOf('their-agent', id))).status).toBe(404);
    const sibling = await house.createAgent();
    expect((await house.api('DELETE', pathOf(sibling.id, secret.id))).status).toBe(404);
    // Signed with a secret of ours for an agent of theirs.
    const identity = await signIdentity(secret.value, 'their-agent');
    const session = await openSession({ agentId: 'their-agent', identity });
    expect(session.identityProblem?.code).toBe('no_secret');
  });
});

it('a session that is over cannot identify, and is told so as such', async () => {
  const visitor: VisitorClient = await house.visit(agentId);
  await house.pool.query(`update visitor_sessions set expires_at = now() where visitor_id = $1`, [
    visitor.session.visitorId,
  ]);
  const response = await visitor.post('/widget/v1/identity', { identity: await sign() });
  expect(response.status).toBe(401);
});
