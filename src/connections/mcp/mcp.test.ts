import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { McpStandIn } from '../../../demo/stand-ins/mcp/mcp-stand-in.ts';
import { sampleTools } from '../../../demo/stand-ins/mcp/sample-tools.ts';
import { noMail } from '../../../tests/harness/no-mail.ts';
import { plainSend } from '../../../tests/harness/plain-send.ts';
import { waitFor } from '../../../tests/harness/wait-for.ts';
import { callTool } from './client/call-tool.ts';
import { listTools } from './client/list-tools.ts';
import type { McpFailure } from './client/mcp-failure.ts';
import { openServer } from './client/open-server.ts';
import { mcp } from './connection.ts';
import { hashTool } from './tools/hash-tool.ts';
import { toModelSchema } from './tools/to-model-schema.ts';

let server: McpStandIn;
beforeAll(async () => {
  server = await McpStandIn.start();
});
afterAll(() => server.close());
beforeEach(() => {
  Object.assign(server, {
    tools: sampleTools(server.tickets),
    token: null,
    pageSize: 3,
    streams: true,
    keepsOpen: false,
    fault: null,
  });
  server.requests.length = server.calls.length = server.tickets.length = 0;
});

const port = (headers: [string, string][] = []) => ({
  settings: { url: server.url },
  ...{ account: null, addresses: {} },
  send: plainSend(headers),
  mail: noMail,
});
const list = () => openServer(port(), 5_000, listTools);
const call = (name: string, values = {}, timeoutMs = 5_000) =>
  openServer(port(), timeoutMs, (session) => callTool(session, name, values));
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: McpFailure) => error,
  );

describe.each([
  ['a stream', true],
  ['JSON', false],
])('a server that answers with %s', (_, streams) => {
  beforeEach(() => {
    server.streams = streams;
  });

  it('tells its tools, page by page', async () => {
    const { tools, isCut } = await list();
    expect(tools.map(({ name }) => name)).toEqual(server.tools.map(({ name }) => name));
    expect(isCut).toBe(false);
    expect(server.requests.filter(({ message }) => message === 'tools/list')).toHaveLength(3);
  });

  it('has its tools used, in a session that is ended', async () => {
    expect(await call('find_article', { query: 'tea' })).toMatchObject({
      structuredContent: { title: 'All about tea' },
    });
    expect(server.calls).toEqual([{ name: 'find_article', values: { query: 'tea' } }]);
    await waitFor(() => server.openSessions === 0);
    const later = server.requests.filter(({ message }) => message !== null && message !== 'initialize');
    expect(later.map(({ headers }) => headers['mcp-protocol-version'])).toEqual(['2025-11-25', '2025-11-25']);
    expect(server.requests.some(({ method }) => method === 'GET')).toBe(false);
  });

  it('that says no has done nothing; whose tool broke may have', async () => {
    expect(await failureOf(call('no_such_tool'))).toMatchObject({ code: 'refused', maybeDone: false });
    const failure = await failureOf(call('merge_tickets', { a: 1, b: 2 }));
    expect(failure).toMatchObject({ code: 'refused', maybeDone: true });
    expect(failure?.message).not.toContain('10.0.0.7');
  });
});

describe('what goes wrong', () => {
  it.each([
    ['initialize', { status: 500 }, 'unavailable', false],
    ['tools/call', { status: 500 }, 'unavailable', true],
    ['tools/call', { status: 503 }, 'busy', false],
    ['tools/call', { status: 404 }, 'not_found', false],
    ['tools/call', { status: 307, headers: { location: 'http://169.254.169.254/' } }, 'moved', false],
    ['tools/call', { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>' }, 'protocol', true],
    [
      'tools/call',
      { status: 200, headers: { 'content-type': 'application/json' }, body: '{"a":' },
      'protocol',
      true,
    ],
    [
      'initialize',
      { status: 200, headers: { 'content-type': 'application/json' }, body: '[]' },
      'timeout',
      false,
    ],
    ['tools/call', 'reset', 'reset', true],
    ['tools/call', 'hang', 'timeout', true],
  ] as const)('%s answered with %o is %s, done: %s', async (message, does, code, maybeDone) => {
    server.fault = { message, when: 'before', does };
    expect(await failureOf(call('open_ticket', { subject: 'x' }, 600))).toMatchObject({ code, maybeDone });
    expect(server.calls).toEqual([]);
  });

  it.each([
    ['status 400', { status: 400 }],
    ['no such method', { jsonrpc: '2.0', id: 0, error: { code: -32601, message: 'use server/discover' } }],
    [
      'a later revision',
      {
        ...{ jsonrpc: '2.0', id: 0 },
        result: { protocolVersion: '2026-07-28', capabilities: {}, serverInfo: { name: 'a', version: '1' } },
      },
    ],
  ])('a server of a later revision (%s) is told which are spoken', async (_, answer) => {
    const headers = { 'content-type': 'application/json' };
    const does = 'status' in answer ? answer : { status: 200, headers, body: JSON.stringify(answer) };
    server.fault = { message: 'initialize', when: 'before', does };
    expect(await failureOf(list())).toMatchObject({
      code: 'protocol',
      message: expect.stringContaining('2024-10-07 to 2025-11-25'),
    });
  });

  it('a stream that stays open after its answer is not waited for', async () => {
    server.keepsOpen = true;
    expect(await call('open_ticket', { subject: 'open' })).toMatchObject({
      content: [{ text: 'Ticket 1 is open.' }],
    });
  });

  it('a list that never ends is cut', async () => {
    server.pageSize = 1;
    server.tools = Array.from({ length: 60 }, (_, i) => ({
      ...sampleTools([])[0],
      name: `t${i}`,
    })) as typeof server.tools;
    expect(await list()).toMatchObject({ isCut: true, tools: { length: 50 } });
    server.pageSize = 9;
    const enough = { ...server.tools[0], description: 'x'.repeat(100_000) };
    server.tools = Array.from({ length: 120 }, () => enough) as typeof server.tools;
    expect(await list()).toMatchObject({ isCut: true, tools: { length: 90 } });
    server.pageSize = 90;
    server.tools = Array.from({ length: 230 }, (_, i) => ({
      ...sampleTools([])[0],
      name: `t${i}`,
    })) as typeof server.tools;
    expect(await list()).toMatchObject({ isCut: true, tools: { length: 200 } });
  });
});

describe('the connection', () => {
  it('tests with what the server says of itself', async () => {
    const { account } = await mcp.test(port());
    expect(account).toEqual({
      ...{ name: 'Help desk', version: '3.1', protocol: '2025-11-25', tools: 7, ms: expect.any(Number) },
    });
  });

  it('sends a token, or a header, or nothing', async () => {
    expect(mcp.authorize({ token: 'secret-token' }, null)).toEqual([
      ['authorization', 'Bearer secret-token'],
    ]);
    expect(mcp.authorize({ header: 'X-Key', value: 'secret-token' }, null)).toEqual([
      ['X-Key', 'secret-token'],
    ]);
    expect(mcp.authorize(undefined, null)).toEqual([]);
  });

  it.each([
    [{ url: 'ftp://a.example' }],
    [{ url: 'https://user:pw@a.example/mcp' }],
    [{ url: 'mcp.example.com' }],
    [{}],
  ])('refuses the settings %o', (settings) => expect(mcp.settings.safeParse(settings).success).toBe(false));

  it.each([
    [{ header: 'Mcp-Session-Id', value: 'x'.repeat(9) }],
    [{ header: 'Host', value: 'x'.repeat(9) }],
    [{ token: 'a\nb-------' }],
  ])('refuses the credentials %o', (credentials) =>
    expect(mcp.credentials({ url: '' })?.safeParse(credentials).success).toBe(false),
  );

  it('offers tools with the settings of an action, and says of the others why not', async () => {
    const { offers } = (await mcp.listTools?.(port())) ?? { offers: [] };
    const byName = new Map(offers.map((offer) => [offer.name, offer]));
    expect(byName.get('find_article')?.settings).toMatchObject({ tool: 'find_article', effect: 'read' });
    expect(byName.get('open_ticket')?.settings).toMatchObject({ effect: 'write' });
    expect(byName.get('walk_tree')).toMatchObject({
      settings: null,
      problem: expect.stringContaining('refers to itself'),
    });
  });
});

describe('the hash of a tool', () => {
  const tool = {
    name: 'a',
    description: 'b',
    inputSchema: { type: 'object', properties: { x: {}, y: {} } },
    hints: {},
  };

  it('is the same in another order of keys, and another for anything else', () => {
    const same = { ...tool, inputSchema: { properties: { y: {}, x: {} }, type: 'object' } };
    expect(hashTool(same)).toBe(hashTool(tool));
    const others = [
      { ...tool, name: 'A' },
      { ...tool, description: 'b ' },
      { ...tool, inputSchema: { ...tool.inputSchema, required: ['x'] } },
      {
        ...tool,
        inputSchema: {
          type: 'object',
          properties: [
            ['x', {}],
            ['y', {}],
          ],
        },
      },
      { ...tool, hints: { readOnly: true } },
    ];
    expect(new Set([tool, ...others].map(hashTool)).size).toBe(6);
  });
});

describe('what a model may fill in', () => {
  it('is a closed object with its references put in, without what takes for ever or is not seen', () => {
    const schema = {
      type: 'object',
      properties: {
        when: {
          type: ['string', 'null'],
          format: 'date',
          pattern: '^(a+)+$',
          default: '2026-01-01',
          title: 'T',
        },
        who: { $ref: '#/$defs/person', description: `The\nperson\u{e0041} ${'x'.repeat(400)}` },
        odd: { type: 'string', format: 'color', if: {}, not: {}, 'x-more': 1 },
      },
      required: ['who', 'gone'],
      additionalProperties: true,
      anyOf: [{ required: ['when'] }],
      $defs: { person: { type: 'object', properties: { mail: { type: 'string', format: 'email' } } } },
    };
    const found = toModelSchema(schema);
    expect(found).toMatchObject({
      additionalProperties: false,
      required: ['who'],
      properties: {
        when: { type: ['string', 'null'], format: 'date' },
        who: { type: 'object', properties: { mail: { type: 'string', format: 'email' } } },
        odd: { type: 'string' },
      },
    });
    expect(Object.keys(found.properties.when ?? {})).toEqual(['type', 'format']);
    expect(found.properties.who?.description).toMatch(/^The person x{288,}$/);
    expect(JSON.stringify(found)).not.toMatch(/pattern|anyOf|x-more|"not"/);
  });

  const nest = (levels: number): object => (levels === 0 ? {} : { items: nest(levels - 1) });
  const bomb = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `d${i}`,
      { type: 'object', properties: { a: { $ref: `#/$defs/d${i + 1}` }, b: { $ref: `#/$defs/d${i + 1}` } } },
    ]),
  );
  it.each([
    [{ type: 'array' }, 'type'],
    [{ properties: { a: { $ref: 'https://evil.example/schema' } } }, 'properties.a.$ref'],
    [
      { properties: { a: { $ref: '#/$defs/a' } }, $defs: { a: { items: { $ref: '#/$defs/a' } } } },
      'properties.a.items.$ref',
    ],
    [{ properties: { a: { patternProperties: {} } } }, 'properties.a.patternProperties'],
    [{ properties: { a: { type: 'file' } } }, 'properties.a.type'],
    [{ properties: { a: false } }, 'properties.a'],
    [{ properties: JSON.parse('{"__proto__":{}}') }, 'properties'],
    [{ properties: { 'a b': {} } }, 'properties'],
    [nest(25), ''],
    [{ properties: { a: { enum: ['x'.repeat(70_000)] } } }, ''],
    [
      { properties: { a: { $ref: '#/$defs/d0' } }, $defs: { ...bomb, d12: {} } },
      expect.stringMatching(/^properties/),
    ],
  ])('is not made of %#', (schema, path) => {
    expect(() => toModelSchema(schema as Record<string, unknown>)).toThrow(expect.objectContaining({ path }));
  });
});
