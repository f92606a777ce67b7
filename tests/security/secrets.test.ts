import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Action } from '../../src/contract/action.ts';
import { Harness } from '../harness/harness.ts';
import { lastWords, scriptedModel } from '../harness/scripted-model.ts';
import { StubApi, type StubRequest } from '../harness/stub-api.ts';

/**
 * Twenty secrets are used by actions whose other side tells all it got, in every shape, and fails in every way. None of them
 * may stand anywhere afterwards but in the request that needed it.
 */
const planted = Array.from({ length: 20 }, (_, index) => ({
  name: `PLANTED_${index}`,
  value: index % 2 ? randomBytes(18).toString('base64url') : `p+/${randomBytes(18).toString('base64')}=&x`,
}));
/** 0: the connection breaks. */
const failures = [200, 0, 201, 400, 401, 404, 422, 429, 500, 302] as const;

let stub: StubApi;
let house: Harness;
const prompts: string[] = [];
const lines: string[] = [];
const traffic: string[] = [];

beforeAll(async () => {
  stub = await StubApi.start();
  const model = scriptedModel((call) => {
    prompts.push(JSON.stringify(call.prompt), JSON.stringify(call.tools));
    const told = call.prompt.at(-1);
    if (told?.role === 'tool') return [{ say: `Told: ${JSON.stringify(told.content)}` }];
    return [{ call: lastWords(call), input: { q: lastWords(call) } }];
  });
  house = await Harness.start({ model, egressAllow: stub.host, onLogLine: (line) => lines.push(line) });
  stub.answer = tellAll;
});
afterAll(async () => {
  await house.close();
  await stub.close();
});

/** Everything it was sent, plain and encoded, in the body, a header, the status of a failure. */
function tellAll(request: StubRequest) {
  const heard = JSON.stringify(request);
  const authorization = request.headers.authorization ?? '';
  const status = failures[Number(/case=(\d+)/.exec(request.path)?.[1] ?? 0) % failures.length] as number;
  if (status === 0) return 'reset' as const;
  return {
    status,
    headers: {
      'x-echo': encodeURIComponent(authorization),
      ...(status === 302 ? { location: request.path } : {}),
    },
    body: {
      heard,
      basic: Buffer.from(authorization).toString('base64'),
      bytes: Buffer.from(heard).toString('hex'),
    },
  };
}

it('twenty planted secrets stand in no log, no table, no history, no prompt, no answer', {
  timeout: 60_000,
}, async () => {
  const { id: agentId } = await house.createAgent({ language: 'en' });
  for (const [index, { name, value }] of planted.entries()) {
    await keep(house.api('PUT', `/api/v1/secrets/${name}`, { value, hosts: [stub.host] }));
    await keep(
      house.api('POST', '/api/v1/http-requests/preview', { settings: { request: requestWith(name, index) } }),
    );
    const { body } = await keep(
      house.api<Action>('POST', `/api/v1/agents/${agentId}/actions`, {
        ...{ kind: 'http', name: `use ${index}`, confirm: false },
        settings: {
          inputs: [{ name: 'q' }],
          request: requestWith(name, index),
          retry: { attempts: 1 },
          response: { fields: [{ path: '$', name: 'all' }], card: { title: 'All' } },
          successMessage: 'I got {{all}}.',
        },
      }),
    );
    await keep(
      house.api('POST', `/api/v1/actions/${body.id}/preview`, { values: { q: '{{secrets.PLANTED_1}}' } }),
    );
    await keep(house.api('POST', `/api/v1/actions/${body.id}/test`, { values: { q: 'x' } }));
    const visitor = await house.visit(agentId);
    traffic.push(JSON.stringify(await visitor.ask(`use_${index}`)), JSON.stringify(await visitor.list()));
  }
  await keep(house.api('GET', '/api/v1/calls?limit=100'));
  await keep(house.api('GET', '/api/v1/secrets?limit=100'));
  await keep(house.api('GET', `/api/v1/agents/${agentId}/actions?limit=100`));

  // They did their work: each reached the other side, so there was something to leak.
  const received = JSON.stringify(stub.requests);
  for (const { name, value } of planted)
    expect({ name, hits: hits(received, value) }).not.toEqual({ name, hits: [] });

  const dump = await dumpDatabase();
  expect(dump.length).toBeGreaterThan(100);
  expect(prompts.length).toBeGreaterThan(20);
  expect(lines.length).toBeGreaterThan(0);
  const places = { traffic, prompts, lines, dump };
  for (const [place, texts] of Object.entries(places))
    for (const { name, value } of planted)
      expect({ place, name, hits: hits(texts.join('\n'), value) }).toEqual({ place, name, hits: [] });
});

function requestWith(name: string, index: number) {
  const secret = `{{secrets.${name}}}`;
  return {
    method: index % 3 === 2 ? 'POST' : 'GET',
    url: `${stub.url}/echo?case=${index % failures.length}`,
    headers: index % 3 === 0 ? [{ name: 'Authorization', value: `Bearer ${secret}` }] : [],
    query: index % 3 === 1 ? [{ name: 'key', value: secret }] : [],
    ...(index % 3 === 2 ? { body: { type: 'json', value: `{"key":"${secret}"}` } } : {}),
  };
}

async function keep<Answer extends { body: unknown; headers: Headers }>(
  answered: Promise<Answer>,
): Promise<Answer> {
  const answer = await answered;
  traffic.push(JSON.stringify(answer.body), JSON.stringify([...answer.headers]));
  return answer;
}

async function dumpDatabase(): Promise<string[]> {
  const { rows: tables } = await house.pool.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
  );
  const dump: string[] = [];
  for (const { name } of tables) {
    const { rows } = await house.pool.query<{ text: string }>(`select ${name}::text as text from ${name}`);
    dump.push(...rows.map(({ text }) => text));
  }
  return dump;
}

function hits(text: string, value: string): string[] {
  const forms = {
    plain: value,
    json: JSON.stringify(value).slice(1, -1),
    percent: encodeURIComponent(value),
    base64: Buffer.from(value).toString('base64').replace(/=+$/, ''),
    base64url: Buffer.from(value).toString('base64url'),
    hex: Buffer.from(value).toString('hex'),
  };
  return Object.entries(forms).flatMap(([form, encoded]) => (text.includes(encoded) ? [form] : []));
}
