import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_KEY } from '../../../../tests/harness/api-key.ts';
import { Harness } from '../../../../tests/harness/harness.ts';
import { scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import type { Agent } from '../../../contract/agent.ts';
import { ERROR_STATUS } from '../../../contract/errors.ts';

let house: Harness;

beforeAll(async () => {
  house = await Harness.start({ model: scriptedModel(() => [{ say: 'Hello.' }]) });
});
afterAll(() => house.close());

const send = (path: string, init: RequestInit) =>
  fetch(`${house.url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json', ...init.headers },
  });

describe('an error', () => {
  it.each<[string, string, RequestInit, number, string]>([
    ['broken JSON', '/api/v1/agents', { method: 'POST', body: '{"name":' }, 400, 'malformed_request'],
    ['no body', '/api/v1/agents', { method: 'POST' }, 400, 'malformed_request'],
    ['a wrong field', '/api/v1/agents', { method: 'POST', body: '{"name":""}' }, 422, 'invalid'],
    ['an unknown id', '/api/v1/agents/nothing', { method: 'GET' }, 404, 'not_found'],
    ['an unknown path', '/api/v1/nothing', { method: 'GET' }, 404, 'not_found'],
    ['a page too long', '/api/v1/agents?limit=101', { method: 'GET' }, 422, 'invalid'],
    ['a made-up cursor', '/api/v1/agents?cursor=zzz', { method: 'GET' }, 422, 'invalid'],
    [
      'too large a body',
      '/api/v1/agents',
      { method: 'POST', body: `{"name":"${'x'.repeat(1_100_000)}"}` },
      413,
      'too_large',
    ],
  ])('for %s has its code, a message and no stack', async (_, path, init, status, code) => {
    const response = await send(path, init);
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(JSON.parse(text)).toMatchObject({ error: { code, message: expect.stringMatching(/\.$/) } });
    expect(text).not.toMatch(/\bat .*\.ts|node_modules/);
  });

  it('names the path of every field that is wrong', async () => {
    const response = await send('/api/v1/agents', {
      method: 'POST',
      body: JSON.stringify({
        name: 'x',
        tone: 'rude',
        widget: { color: 'red' },
        allowedOrigins: ['https://a.example/path'],
      }),
    });
    const { error } = (await response.json()) as { error: { details: { path: string }[] } };
    expect(error.details.map(({ path }) => path).sort()).toEqual([
      'allowedOrigins.0',
      'tone',
      'widget.color',
    ]);
  });

  it('about settings names the path in them', async () => {
    const { id } = await house.createAgent();
    const { status, body } = await house.api('POST', `/api/v1/agents/${id}/actions`, {
      kind: 'button',
      name: 'x',
      settings: { text: 'Go', url: 'javascript:alert(1)' },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ error: { details: [{ path: 'settings.url' }] } });
  });

  it('about a kind that does not exist names the kinds that do', async () => {
    const { id } = await house.createAgent();
    const { status, body } = await house.api('POST', `/api/v1/agents/${id}/actions`, {
      kind: 'constructor',
      name: 'x',
    });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain('button');
  });
});

describe('an Idempotency-Key', () => {
  it('makes a write happen once, with the same answer for all', async () => {
    const make = () =>
      house.api<Agent>('POST', '/api/v1/agents', { name: 'Once' }, { 'idempotency-key': 'key-1' });
    const first = await make();
    const again = await make();
    expect(again).toMatchObject({ status: 201, body: first.body });
    const { body } = await house.api<{ items: Agent[] }>('GET', '/api/v1/agents?limit=100');
    expect(body.items.filter(({ name }) => name === 'Once')).toHaveLength(1);
  });

  it('at the same moment runs one and tells the others, or gives them its answer', async () => {
    const make = () =>
      house.api<Agent>('POST', '/api/v1/agents', { name: 'At once' }, { 'idempotency-key': 'key-2' });
    const answers = await Promise.all(Array.from({ length: 8 }, make));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const { body } = await house.api<{ items: Agent[] }>('GET', '/api/v1/agents?limit=100');
    expect(body.items.filter(({ name }) => name === 'At once')).toHaveLength(1);
  });

  it('with another body is refused', async () => {
    const key = { 'idempotency-key': 'key-3' };
    await house.api('POST', '/api/v1/agents', { name: 'One' }, key);
    const other = await house.api('POST', '/api/v1/agents', { name: 'Two' }, key);
    expect(other).toMatchObject({ status: 409, body: { error: { code: 'idempotency_mismatch' } } });
  });

  it('keeps nothing that can be read in the database', async () => {
    const name = 'Whispered';
    await house.api('POST', '/api/v1/agents', { name }, { 'idempotency-key': 'key-5' });
    const { rows } = await house.pool.query(`select * from idempotency_keys where key = 'key-5'`);
    expect(rows).toHaveLength(1);
    const plain = createHash('sha256')
      .update(`POST /api/v1/agents\n${JSON.stringify({ name })}`)
      .digest('hex');
    expect(JSON.stringify(rows)).not.toContain(name);
    expect(rows[0].request).not.toBe(plain);
  });

  it('of a write that failed can be used again', async () => {
    const key = { 'idempotency-key': 'key-4' };
    expect((await house.api('PATCH', '/api/v1/agents/nothing', { name: 'x' }, key)).status).toBe(404);
    expect((await house.api('PATCH', '/api/v1/agents/nothing', { name: 'x' }, key)).status).toBe(404);
  });
});

describe('a list', () => {
  it('comes in pages without a gap or a double', async () => {
    const made = new Set<string>();
    for (let count = 0; count < 7; count++)
      made.add((await house.createAgent({ name: `Agent ${count}` })).id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ limit: '3', ...(cursor ? { cursor } : {}) });
      const { body } = await house.api<{ items: Agent[]; nextCursor: string | null }>(
        'GET',
        `/api/v1/agents?${query}`,
      );
      expect(body.items.length).toBeLessThanOrEqual(3);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect([...made].every((id) => seen.includes(id))).toBe(true);
  });
});

describe('the description', () => {
  it('has every route with its errors, and the page that shows it asks nobody else', async () => {
    const { body } = await house.api<{ paths: Record<string, Record<string, { responses: object }>> }>(
      'GET',
      '/api/openapi.json',
    );
    for (const { spec } of house.app.endpoints) {
      const described = body.paths[spec.path]?.[spec.method];
      expect(described, `${spec.method} ${spec.path}`).toBeDefined();
      const statuses = Object.keys(described?.responses ?? {});
      const promised = ['500', '503', ...(spec.errors ?? []).map((code) => String(ERROR_STATUS[code]))];
      if (spec.access !== 'public') promised.push('401');
      if (spec.body) promised.push('400', '413', '422');
      if (spec.params) promised.push('404');
      expect(statuses, `${spec.method} ${spec.path}`).toEqual(expect.arrayContaining(promised));
    }
    const page = await fetch(`${house.url}/api/docs`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).not.toMatch(/https?:/);
  });
});

it('tells whether the process lives and can take work', async () => {
  expect((await fetch(`${house.url}/health/live`)).status).toBe(200);
  expect((await fetch(`${house.url}/health/ready`)).status).toBe(200);
});
