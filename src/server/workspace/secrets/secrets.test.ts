import { randomBytes } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/setup/test-database.ts';
import type { Secret } from '../../../contract/secret.ts';
import { answerError } from '../../platform/http/answer-error.ts';
import { createLog } from '../../platform/log.ts';
import { loadMasterKeys } from '../../platform/secrets/master-keys.ts';
import { createRedactor } from '../../platform/secrets/redactor.ts';
import { openVault } from '../../platform/secrets/vault.ts';
import { secretRoutes } from './secret-routes.ts';
import { type SecretStore, secretStore } from './secrets.ts';

const lines: string[] = [];
const redactor = createRedactor();
const log = createLog('info', { redactor, destination: { write: (line) => lines.push(line) } });
let database: TestDatabase;
let pool: pg.Pool;
let secrets: SecretStore;
let app: OpenAPIHono;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await pool.query("insert into workspaces (id, name) values ('mine', 'Shop'), ('other', 'Other')");
  const secret = randomBytes(32).toString('base64');
  const vault = await openVault(pool, loadMasterKeys({ secret, findDataDir: () => '', redactor }));
  secrets = secretStore({ pool, vault, redactor });
  app = new OpenAPIHono();
  app.onError((error, context) => answerError(log)(error, context));
  const unused = () => Promise.reject(new Error('nobody else calls these'));
  const authenticators = {
    public: unused,
    visitor: unused,
    workspace: async () => ({ workspaceId: 'mine', name: 'The team', permissions: new Set<never>() }),
    person: async () => Promise.reject(new Error('nobody')),
  };
  const idempotency = { accesses: ['workspace'], pool, vault, onError: () => {}, scopeOf: () => 'mine' };
  for (const route of secretRoutes(secrets)) route.mount(app, { authenticators, idempotency });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

interface Answer {
  status: number;
  text: string;
  body: Secret & {
    items: Secret[];
    nextCursor: string | null;
    error: { code: string; details: { path: string }[] };
  };
}

async function call(method: string, name: string, body?: unknown): Promise<Answer> {
  const response = await app.request(`/api/v1/secrets${name}`, {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, body: text === '' ? {} : JSON.parse(text) };
}

describe('a secret', () => {
  it('is stored, changed part by part and deleted, and its value is never told', async () => {
    const made = await call('PUT', '/SHOP_KEY', { value: 'first-value-1234', hosts: ['API.shop.example'] });
    expect(made).toMatchObject({
      status: 200,
      body: { name: 'SHOP_KEY', hosts: ['api.shop.example'], last4: '1234', usedBy: [] },
    });
    const bound = await call('PUT', '/SHOP_KEY', {
      hosts: ['*.shop.example', '*.Shop.example', 'b.example:8443'],
    });
    expect(bound.body).toMatchObject({ hosts: ['*.shop.example', 'b.example:8443'], last4: '1234' });
    expect(await secrets.reveal('mine', ['SHOP_KEY'], 'x.shop.example')).toEqual(
      new Map([['SHOP_KEY', 'first-value-1234']]),
    );
    const replaced = await call('PUT', '/SHOP_KEY', { value: 'short-value' });
    expect(replaced.body).toMatchObject({ hosts: ['*.shop.example', 'b.example:8443'], last4: '' });
    expect((await call('GET', '/SHOP_KEY')).body).toEqual(replaced.body);
    expect(await secrets.reveal('mine', ['SHOP_KEY'], 'b.example:8443')).toEqual(
      new Map([['SHOP_KEY', 'short-value']]),
    );
    expect((await call('DELETE', '/SHOP_KEY')).status).toBe(204);
    expect((await call('GET', '/SHOP_KEY')).status).toBe(404);
    expect((await call('DELETE', '/SHOP_KEY')).status).toBe(404);
  });

  it.each([
    ['/NEW_ONE', { value: 'some-value' }, 'hosts'],
    ['/NEW_ONE', { hosts: ['a.example'] }, 'value'],
    ['/NEW_ONE', {}, ''],
    ['/NEW_ONE', { value: '', hosts: ['a.example'] }, 'value'],
    ['/NEW_ONE', { value: 'pasted\n', hosts: ['a.example'] }, 'value'],
    ['/NEW_ONE', { value: 'a\0b', hosts: ['a.example'] }, 'value'],
    ['/NEW_ONE', { value: 'some-value', hosts: [] }, 'hosts'],
    ['/NEW_ONE', { value: 'some-value', hosts: ['a.example', 'https://a.example'] }, 'hosts.1'],
    ['/NEW_ONE', { value: 'some-value', hosts: ['a.example'], last4: '' }, ''],
    ['/1ST', { value: 'some-value', hosts: ['a.example'] }, 'name'],
    ['/A-B', { value: 'some-value', hosts: ['a.example'] }, 'name'],
    [`/${'A'.repeat(65)}`, { value: 'some-value', hosts: ['a.example'] }, 'name'],
  ])('PUT %s %j is refused, with a path', async (name, body, path) => {
    const { status, body: answer } = await call('PUT', name, body);
    expect(status).toBe(422);
    expect(answer.error.details[0]?.path).toBe(path);
    expect((await call('GET', name)).status).toBe(404);
  });

  it('has 8,192 characters at most', async () => {
    const put = (length: number) => call('PUT', '/LONG', { value: 'x'.repeat(length), hosts: ['a.example'] });
    expect((await put(8_193)).status).toBe(422);
    expect((await put(8_192)).status).toBe(200);
    await call('DELETE', '/LONG');
  });

  it('may be a key of several lines, and any text', async () => {
    const value = '-----BEGIN KEY-----\nMIIE\n-----END KEY-----\n';
    await call('PUT', '/Pem_key', { value, hosts: ['a.example'] });
    expect(await secrets.reveal('mine', ['Pem_key'], 'a.example')).toEqual(new Map([['Pem_key', value]]));
    await call('DELETE', '/Pem_key');
  });

  it('is revealed in its own workspace, for its own hosts, and the refusal names it', async () => {
    await call('PUT', '/A_KEY', { value: 'value-of-a', hosts: ['a.example'] });
    await call('PUT', '/B_KEY', { value: 'value-of-b', hosts: ['a.example', 'b.example'] });
    const both = await secrets.reveal('mine', ['A_KEY', 'B_KEY', 'A_KEY'], 'a.example:8443');
    expect([...both].sort()).toEqual([
      ['A_KEY', 'value-of-a'],
      ['B_KEY', 'value-of-b'],
    ]);
    expect(await secrets.reveal('mine', [], 'b.example')).toEqual(new Map());
    const refused = { code: 'invalid' };
    await expect(secrets.reveal('mine', ['B_KEY', 'A_KEY'], 'b.example')).rejects.toMatchObject({
      ...refused,
      publicMessage:
        'The secret “A_KEY” is for a.example, and not for b.example. Add that host to it under Secrets.',
    });
    await expect(secrets.reveal('mine', ['NO_KEY'], 'a.example')).rejects.toMatchObject({
      ...refused,
      publicMessage: 'There is no secret “NO_KEY”. Store it under Secrets, for the host a.example.',
    });
    await expect(secrets.reveal('other', ['A_KEY'], 'a.example')).rejects.toMatchObject(refused);
    await expect(secrets.get('other', 'A_KEY')).rejects.toMatchObject({ code: 'not_found' });
    await Promise.all([call('DELETE', '/A_KEY'), call('DELETE', '/B_KEY')]);
  });

  it('does not open when its row was swapped with another in the database', async () => {
    await call('PUT', '/A_KEY', { value: 'value-of-a', hosts: ['a.example'] });
    await call('PUT', '/B_KEY', { value: 'value-of-b', hosts: ['b.example'] });
    await pool.query(
      "update secrets set value = (select value from secrets where name = 'A_KEY') where name = 'B_KEY'",
    );
    await expect(secrets.reveal('mine', ['B_KEY'], 'b.example')).rejects.toThrow('changed or moved');
    await Promise.all([call('DELETE', '/A_KEY'), call('DELETE', '/B_KEY')]);
  });
});

it('all secrets come in pages, sorted by name', async () => {
  const names = ['ALPHA', 'BETA', 'DELTA', 'GAMMA', 'OMEGA'];
  for (const name of names) await call('PUT', `/${name}`, { value: 'some-value', hosts: ['a.example'] });
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body }: Answer = await call('GET', `?limit=2${cursor && `&cursor=${cursor}`}`);
    found.push(...body.items.map((item) => item.name));
    cursor = body.nextCursor;
  }
  expect(found).toEqual(names);
  expect((await call('GET', '?cursor=nonsense')).status).toBe(422);
  for (const name of names) await call('DELETE', `/${name}`);
});

describe('what uses a secret', () => {
  beforeAll(async () => {
    const agent = `insert into agents (id, workspace_id, name, instructions, greeting, tone, language, model, allowed_origins, widget, deleted_at)
      values ($1, $2, $3, '', '', '', '', $4, '[]', '{}', $5)`;
    const remote = { provider: 'openai', model: 'gpt', secret: 'MODEL_KEY' };
    const fallback = { provider: 'openai', model: 'gpt', fallback: { ...remote, secret: 'SECOND_KEY' } };
    await pool.query(agent, ['agent-1', 'mine', 'Robin', remote, null]);
    await pool.query(agent, ['agent-2', 'mine', 'Kim', fallback, null]);
    await pool.query(agent, ['agent-3', 'mine', 'Gone', remote, new Date()]);
    await pool.query(agent, ['agent-4', 'other', 'Stranger', remote, null]);
    const action = `insert into actions (id, workspace_id, agent_id, kind, name, enabled, guidance, settings, archived_at)
      values ($1, $2, $3, 'http', $4, true, '{}', $5, $6)`;
    const header = (value: string) => ({
      request: { headers: [{ name: 'X', value }], body: { value: '{"a":"b"}' } },
    });
    await pool.query(action, [
      'act-1',
      'mine',
      'agent-1',
      'Order',
      header('Bearer {{secrets.KEY}} {{secrets.KEY}}'),
      null,
    ]);
    await pool.query(action, ['act-2', 'mine', 'agent-2', 'Spaced', header('{{ secrets.KEY }}'), null]);
    await pool.query(action, [
      'act-3',
      'mine',
      'agent-1',
      'Longer',
      header('{{secrets.KEY_TWO}} secrets.KEY {{KEY}}'),
      null,
    ]);
    await pool.query(action, ['act-4', 'mine', 'agent-1', 'Archived', header('{{secrets.KEY}}'), new Date()]);
    await pool.query(action, [
      'act-5',
      'mine',
      'agent-3',
      'Of a deleted agent',
      header('{{secrets.KEY}}'),
      null,
    ]);
    await pool.query(action, ['act-6', 'other', 'agent-4', 'Foreign', header('{{secrets.KEY}}'), null]);
    const inBody = { request: { body: { type: 'json', value: '{"key":"{{secrets.BODY_KEY}}"}' } } };
    await pool.query(action, ['act-7', 'mine', 'agent-1', 'Body', inBody, null]);
    for (const name of ['KEY', 'KEY_TWO', 'BODY_KEY', 'MODEL_KEY', 'SECOND_KEY', 'FREE'])
      await call('PUT', `/${name}`, { value: 'some-value', hosts: ['a.example'] });
  });

  it('is told with it, and keeps it from being deleted', async () => {
    const { body } = await call('GET', '');
    const users = Object.fromEntries(body.items.map((item) => [item.name, item.usedBy.map(({ id }) => id)]));
    expect(users).toEqual({
      KEY: ['act-1', 'act-2'],
      KEY_TWO: ['act-3'],
      BODY_KEY: ['act-7'],
      MODEL_KEY: ['agent-1'],
      SECOND_KEY: ['agent-2'],
      FREE: [],
    });
    expect((await call('GET', '/KEY_TWO')).body.usedBy).toEqual([
      { type: 'action', id: 'act-3', name: 'Longer', agentId: 'agent-1' },
    ]);
    const refused = await call('DELETE', '/KEY');
    expect(refused).toMatchObject({
      status: 409,
      body: { error: { code: 'in_use', details: [{ path: 'actions.act-1' }, { path: 'actions.act-2' }] } },
    });
    expect((await call('DELETE', '/MODEL_KEY')).status).toBe(409);
    expect((await call('DELETE', '/FREE')).status).toBe(204);
  });
});

it('20 planted secrets stand in no answer, no line of the log, and nowhere in the database', async () => {
  const planted = Array.from({ length: 20 }, (_, index) => {
    const noise = randomBytes(18);
    const value = index % 2 ? noise.toString('base64url') : `p"ä/${noise.toString('base64')}&\\ +=`;
    return { name: `PLANTED_${index}`, value };
  });
  const answers: string[] = [];
  for (const { name, value } of planted) {
    answers.push((await call('PUT', `/${name}`, { value: `${value}-before`, hosts: ['a.example'] })).text);
    answers.push((await call('PUT', `/${name}`, { value, hosts: ['a.example'] })).text);
    answers.push((await call('PUT', `/bad-${name}`, { value, hosts: ['a.example'] })).text);
    answers.push((await call('PUT', `/${name}`, { value, hosts: [`https://${value}`] })).text);
    answers.push((await call('GET', `/${name}`)).text);
    const revealed = (await secrets.reveal('mine', [name], 'a.example')).get(name) ?? '';
    expect(revealed).toBe(value);
    for (const text of listForms(revealed)) {
      log.info(text);
      log.info({ request: { headers: { 'x-key': text }, url: `https://a.example/?q=${text}` } }, 'sent');
      const cause = new AggregateError([new Error(text)], text, { cause: new Error(text) });
      log.error({ err: new Error(`broke: ${text}`, { cause }) }, 'broke');
    }
  }
  answers.push((await call('GET', '?limit=100')).text);

  const { rows: tables } = await pool.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'",
  );
  const dump: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ text: string }>(`select ${name}::text as text from ${name}`);
    dump.push(...rows.map((row) => row.text));
  }
  expect(dump.length).toBeGreaterThan(20);
  expect(lines.length).toBeGreaterThan(20 * 3);
  for (const place of [answers, lines, dump]) {
    const text = place.join('\n');
    const found = planted.filter(({ value }) => listForms(value).some((form) => text.includes(form)));
    expect(found).toEqual([]);
  }
});

function listForms(value: string): string[] {
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    Buffer.from(value).toString('base64'),
    Buffer.from(value).toString('base64url'),
    Buffer.from(`user:${value}`).toString('base64'),
  ];
}
