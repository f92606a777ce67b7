import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type OutgoingRequest, SendFailed } from '../../connections/outgoing.ts';
import { type CallPort, InputInvalid } from '../define-call.ts';
import { http } from './action.ts';
import { mapResponse } from './answer/map-response.ts';
import { executeHttp } from './execute.ts';

type Settings = z.input<typeof http.settings>;

const order = { name: 'order_id', description: 'Order number' };
const read = { inputs: [order], request: { url: 'https://api.example.com/orders/{{order_id}}' } };
const write = {
  inputs: [order],
  request: { method: 'POST', url: 'https://api.example.com/orders/{{order_id}}/cancel' },
};

function parse(settings: Settings) {
  return http.settings.parse(settings);
}

function problemsOf(settings: unknown) {
  const parsed = http.settings.safeParse(settings);
  return parsed.error?.issues.map(({ path, ...issue }) => ({
    path: path.join('.'),
    code: 'params' in issue ? issue.params?.code : undefined,
  }));
}

interface Sent extends OutgoingRequest {}

/** A host whose other side answers so; a thrown error is what the way out throws. */
function port(answer: { status: number; body?: unknown; headers?: Record<string, string> } | Error) {
  const sent: Sent[] = [];
  const revealed: [string[], string][] = [];
  const host: CallPort = {
    idempotencyKey: 'key-1',
    timeLeftMs: 12_000,
    providerUrl: () => undefined,
    async revealSecrets(names, where) {
      revealed.push([names, where]);
      return new Map(names.map((name) => [name, `value of ${name}`]));
    },
    openConnection: async () => null,
    async send(request) {
      sent.push(request);
      if (answer instanceof Error) throw answer;
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {});
      return { status: answer.status, headers: answer.headers ?? {}, text, ms: 3 };
    },
  };
  return { host, sent, revealed };
}

const perform = (settings: Settings, answer: Parameters<typeof port>[0], values = { order_id: '1042' }) => {
  const { host, ...seen } = port(answer);
  return executeHttp
    .perform({ settings: parse(settings), values }, host)
    .then((outcome) => ({ outcome, ...seen }));
};

describe('the settings', () => {
  it('are refused with the place and the code of what is wrong in the request', () => {
    expect(problemsOf({ request: { url: 'https://{{host}}/x' }, inputs: [{ name: 'host' }] })).toEqual([
      { path: 'request.url', code: 'host_placeholder' },
    ]);
    expect(problemsOf({ request: { url: 'https://api.example.com/{{nothing}}' } })).toEqual([
      { path: 'request.url', code: 'unknown_placeholder' },
    ]);
  });

  it('are refused when a field of the answer has no JSONPath, or a name twice', () => {
    expect(problemsOf({ ...read, response: { fields: [{ path: '$.[', name: 'a' }] } })).toEqual([
      { path: 'response.fields.0.path', code: undefined },
    ]);
    const twice = [
      { path: '$.a', name: 'a' },
      { path: '$.b', name: 'a' },
    ];
    expect(problemsOf({ ...read, response: { fields: twice } })?.[0]?.path).toBe('response.fields');
  });

  it('are refused when a message speaks of what nobody knows', () => {
    expect(problemsOf({ ...read, successMessage: 'It is {{colour}}.' })).toEqual([
      { path: 'successMessage', code: 'unknown_placeholder' },
    ]);
    expect(
      problemsOf({
        ...read,
        response: { fields: [{ path: '$.status', name: 'status' }] },
        successMessage: '{{order_id}} is {{status}}.',
      }),
    ).toBeUndefined();
  });

  it('show the model what the visitor gives, and nothing of the page', () => {
    const inputs = [
      order,
      { name: 'when', type: 'date' as const, required: false },
      { name: 'size', type: 'enum' as const, options: ['S', 'M'] },
      { name: 'from', source: 'page:url' },
    ];
    expect(http.inputs(parse({ ...read, inputs }), [])).toEqual({
      type: 'object',
      properties: {
        order_id: { type: 'string', description: 'Order number' },
        when: { type: 'string', format: 'date' },
        size: { type: 'string', enum: ['S', 'M'] },
      },
      required: ['order_id', 'size'],
      additionalProperties: false,
    });
  });

  it('make a GET a read and the rest a write', () => {
    expect(http.effect?.(parse(read))).toBe('read');
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(http.effect?.(parse({ ...write, request: { ...write.request, method } }))).toBe('write');
  });
});

describe('a plan', () => {
  it('has every value with its source, and what the visitor is asked to confirm', () => {
    const settings = parse({
      inputs: [order, { name: 'page', source: 'page:url' }],
      request: {
        method: 'POST',
        url: 'https://api.example.com/{{order_id}}',
        query: [{ name: 'from', value: '{{page}}' }],
      },
    });
    const plan = executeHttp.plan({
      settings,
      inputs: { order_id: '1042' },
      page: { url: 'https://shop.example/' },
      identity: {},
    });
    expect(plan).toMatchObject({
      effect: 'write',
      repeatable: false,
      inputs: {
        order_id: { value: '1042', source: 'visitor' },
        page: { value: 'https://shop.example/', source: 'page:url' },
      },
      shown: [
        { label: 'Order number', value: '1042' },
        { label: 'Page', value: 'https://shop.example/' },
      ],
    });
  });

  it('does not let the model choose what comes from the page', () => {
    const settings = parse({
      inputs: [{ name: 'page', source: 'page:url' }],
      request: { url: 'https://api.example.com/', query: [{ name: 'from', value: '{{page}}' }] },
    });
    expect(() =>
      executeHttp.plan({ settings, inputs: { page: 'https://evil.example/' }, page: {}, identity: {} }),
    ).toThrow(InputInvalid);
  });

  it('takes who the visitor is from the site alone, and says when nobody is signed in', () => {
    const settings = parse({
      inputs: [{ name: 'customer', source: 'identity:customer_id' }],
      request: { url: 'https://api.example.com/{{customer}}' },
    });
    const use = { settings, inputs: { customer: 'evil', customer_id: 'evil' }, page: {} };
    expect(executeHttp.plan({ ...use, identity: { customer_id: 'c-1' } }).inputs).toEqual({
      customer: { value: 'c-1', source: 'identity:customer_id' },
    });
    expect(() => executeHttp.plan({ ...use, identity: {} })).toThrow('signed in');
    const inherited = parse({
      inputs: [{ name: 'customer', source: 'identity:constructor' }],
      request: { url: 'https://api.example.com/{{customer}}' },
    });
    expect(() => executeHttp.plan({ ...use, settings: inherited, identity: {} })).toThrow('signed in');
  });

  it('refuses values that cannot be sent, before anybody is asked to confirm them', () => {
    expect(() =>
      executeHttp.plan({ settings: parse(read), inputs: { order_id: '..' }, page: {}, identity: {} }),
    ).toThrow(InputInvalid);
    expect(() => executeHttp.plan({ settings: parse(read), inputs: {}, page: {}, identity: {} })).toThrow(
      InputInvalid,
    );
  });

  it('may be repeated when it reads, or when the owner says that the other side honours the key', () => {
    const plan = (settings: Settings) =>
      executeHttp.plan({ settings: parse(settings), inputs: { order_id: '1' }, page: {}, identity: {} })
        .repeatable;
    expect([plan(read), plan(write), plan({ ...write, retry: { when: 'idempotent' } })]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('a performed call', () => {
  it('sends the request with its secrets and its key, and tells the model the allowed fields only', async () => {
    const settings: Settings = {
      ...write,
      request: { ...write.request, headers: [{ name: 'Authorization', value: 'Bearer {{secrets.TOKEN}}' }] },
      response: { fields: [{ path: '$.order.status', name: 'status' }] },
      successMessage: 'Order {{order_id}} is {{status}}.',
    };
    const body = { order: { status: 'cancelled', card_number: '4111' } };
    const { outcome, sent, revealed } = await perform(settings, { status: 200, body });
    expect(revealed).toEqual([[['TOKEN'], 'api.example.com']]);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: 'https://api.example.com/orders/1042/cancel',
      headers: expect.arrayContaining([['idempotency-key', 'key-1']]),
      hasSecret: true,
    });
    expect(JSON.stringify(sent[0]?.headers)).toContain('Bearer value of TOKEN');
    expect(outcome).toMatchObject({
      state: 'done',
      result: { status: 'done', data: { status: 'cancelled' }, say: 'Order 1042 is cancelled.' },
    });
    expect(JSON.stringify(outcome.result)).not.toContain('4111');
  });

  it('keeps an Idempotency-Key of the owner, and sends none with a read', async () => {
    const own = { ...write.request, headers: [{ name: 'Idempotency-Key', value: '{{order_id}}' }] };
    const { sent } = await perform({ ...write, request: own }, { status: 200 });
    expect(sent[0]?.headers.filter(([name]) => /idempotency-key/i.test(name))).toHaveLength(1);
    const reading = await perform(read, { status: 200 });
    expect(reading.sent[0]?.headers.some(([name]) => /idempotency-key/i.test(name))).toBe(false);
  });

  it.each<[Settings, number, string, string]>([
    [read, 404, 'failed', 'never'],
    [read, 500, 'failed', 'safe'],
    [read, 429, 'failed', 'safe'],
    [write, 422, 'failed', 'never'],
    [write, 429, 'failed', 'safe'],
    [write, 503, 'failed', 'safe'],
    [write, 500, 'unknown', 'repeatable'],
    [write, 502, 'unknown', 'repeatable'],
    [write, 504, 'unknown', 'repeatable'],
    [write, 302, 'failed', 'never'],
  ])('%# with status %i is %s, and trying again %s', async (settings, status, state, retry) => {
    expect((await perform(settings, { status, headers: { 'retry-after': '2' } })).outcome).toMatchObject({
      state,
      retry,
    });
  });

  it('honours Retry-After in seconds and as a date', async () => {
    const inSeconds = await perform(read, { status: 429, headers: { 'retry-after': '2' } });
    expect(inSeconds.outcome.retryAfterMs).toBe(2_000);
    const date = new Date(Date.now() + 5_000).toUTCString();
    const atTime = await perform(read, { status: 503, headers: { 'retry-after': date } });
    expect(atTime.outcome.retryAfterMs).toBeGreaterThan(3_000);
    expect(atTime.outcome.retryAfterMs).toBeLessThanOrEqual(5_000);
  });

  it('is unknown only when a write may have reached the other side', async () => {
    const lost = new SendFailed('timeout', true, 'No answer within 12 s.');
    const never = new SendFailed('connect', false, 'It could not be reached.');
    expect((await perform(write, lost)).outcome.state).toBe('unknown');
    expect((await perform(write, never)).outcome.state).toBe('failed');
    expect((await perform(read, lost)).outcome.state).toBe('failed');
    expect((await perform(write, new SendFailed('blocked', false, 'x'))).outcome.retry).toBe('never');
  });

  it('uses the words of the owner for a failure, and none for an unknown outcome', async () => {
    const settings = { ...write, failureMessage: 'Order {{order_id}} cannot be cancelled.' };
    const failed = await perform(settings, { status: 409 });
    expect(failed.outcome.result).toEqual({
      status: 'failed',
      error: 'conflict',
      say: 'Order 1042 cannot be cancelled.',
    });
    expect((await perform(settings, { status: 500 })).outcome.result).toEqual({ status: 'unknown' });
  });

  it('shows the fields in a card when the owner wants one', async () => {
    const response = {
      fields: [{ path: '$.delivery_date', name: 'delivery_date' }],
      card: { title: 'Your order' },
    };
    const { outcome } = await perform(
      { ...read, response },
      { status: 200, body: { delivery_date: '27 Nov' } },
    );
    expect(outcome.card?.payload).toEqual({
      title: 'Your order',
      rows: [{ label: 'Delivery date', value: '27 Nov' }],
    });
  });
});

describe('what the agent may read', () => {
  const body = JSON.stringify({
    a: { b: 1 },
    list: [{ id: 1 }, { id: 2 }],
    long: 'x'.repeat(40_000),
    none: null,
  });
  it.each([
    ['$.a.b', 1],
    ['$.list[*].id', [1, 2]],
    ['$.list[-1].id', 2],
    ['$.none', null],
  ])('%s is %j', (path, value) => {
    expect(mapResponse(body, [{ path, name: 'field' }])).toEqual({ field: value });
  });

  it('is nothing where nothing is, and of no JSON nothing at all', () => {
    expect(mapResponse(body, [{ path: '$.nothing', name: 'field' }])).toEqual({});
    expect(mapResponse('<html>secret</html>', [{ path: '$', name: 'field' }])).toEqual({});
  });

  it('is cut where it is long', () => {
    const field = mapResponse(body, [{ path: '$.long', name: 'field' }]).field;
    expect(String(field).length).toBeLessThanOrEqual(16_385);
  });
});
