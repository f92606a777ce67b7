import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { McpStandIn } from '../../../demo/stand-ins/mcp/mcp-stand-in.ts';
import { HOSTILE, sampleTools } from '../../../demo/stand-ins/mcp/sample-tools.ts';
import { noMail } from '../../../tests/harness/no-mail.ts';
import { plainSend } from '../../../tests/harness/plain-send.ts';
import { mcp as connection } from '../../connections/mcp/connection.ts';
import { type CallPort, CallRefused, InputInvalid } from '../define-call.ts';
import { mcp } from './action.ts';
import { executeMcp } from './execute.ts';
import { readContent } from './read-content.ts';

type Settings = z.output<typeof mcp.settings>;

let server: McpStandIn;
beforeAll(async () => {
  server = await McpStandIn.start();
});
afterAll(() => server.close());
beforeEach(() => {
  Object.assign(server, { tools: sampleTools(server.tickets), fault: null });
  server.calls.length = 0;
});

const port = (isThere = true): CallPort => ({
  ...{ idempotencyKey: 'key-1', timeLeftMs: 12_000, send: plainSend() },
  providerUrl: () => undefined,
  revealSecrets: async () => new Map(),
  openConnection: async () =>
    isThere
      ? { settings: { url: server.url }, account: null, addresses: {}, send: plainSend(), mail: noMail }
      : null,
});

async function allow(name: string, more: Partial<z.input<typeof mcp.settings>> = {}): Promise<Settings> {
  const offers = await connection.listTools?.({
    ...{ settings: { url: server.url }, account: null, addresses: {}, send: plainSend(), mail: noMail },
  });
  const offer = offers?.offers.find((one) => one.name === name);
  return mcp.settings.parse({ connectionId: 'c1', ...offer?.settings, ...more });
}
const textOf = ({ data }: { data?: unknown }) => (data as { text: string }).text;
const perform = (settings: Settings, values = {}) => executeMcp.perform({ settings, values }, port());
const plan = (settings: Settings, inputs = {}) =>
  executeMcp.plan({ settings, inputs, page: {}, identity: {} });

describe('the settings', () => {
  const good = { connectionId: 'c1', tool: 't', hash: 'h'.repeat(43), inputSchema: { type: 'object' } };

  it('make a write of a tool, whatever the server says, that is not repeated', () => {
    const settings = mcp.settings.parse({ ...good, hints: { readOnly: true, idempotent: true } });
    expect(mcp.effect?.(settings)).toBe('write');
    expect(plan(settings)).toMatchObject({ effect: 'write', repeatable: false });
  });

  it('let a write be repeated where the server calls it idempotent, and the owner believes it', () => {
    const both = mcp.settings.parse({ ...good, hints: { idempotent: true }, repeatable: true });
    expect(plan(both).repeatable).toBe(true);
    const one = mcp.settings.safeParse({ ...good, repeatable: true });
    expect(one.error?.issues[0]?.path).toEqual(['repeatable']);
  });

  it('are refused with the place of what no model could fill in', () => {
    const inputSchema = { type: 'object', properties: { a: { $ref: 'https://evil.example/x' } } };
    const { error } = mcp.settings.safeParse({ ...good, inputSchema });
    expect(error?.issues[0]?.path.join('.')).toBe('inputSchema.properties.a.$ref');
  });
});

describe('the plan', () => {
  it('is of exactly what the tool takes, in words for people', async () => {
    const settings = await allow('open_ticket');
    expect(plan(settings, { subject: 'It leaks', priority: 'high' })).toMatchObject({
      shown: [
        { label: 'Subject', value: 'It leaks' },
        { label: 'Priority', value: 'high' },
      ],
      inputs: { subject: { value: 'It leaks', source: 'visitor' } },
    });
    expect(() => plan(settings, { subject: 'a', admin: true })).toThrow(InputInvalid);
    expect(() => plan(settings, { priority: 'high' })).toThrow(InputInvalid);
    expect(() => plan(settings, { subject: 'x'.repeat(70_000) })).toThrow(InputInvalid);
  });

  it('can be looked at before anything is sent', async () => {
    const preview = executeMcp.preview({ settings: await allow('open_ticket'), values: { subject: 'a' } });
    expect(JSON.parse(preview.body ?? '')).toEqual({
      method: 'tools/call',
      params: { name: 'open_ticket', arguments: { subject: 'a' } },
    });
  });
});

describe('a use', () => {
  it('gives the structured content, as data', async () => {
    const outcome = await perform(await allow('find_article'), { query: 'tea' });
    expect(outcome).toMatchObject({
      state: 'done',
      result: {
        status: 'done',
        data: { title: 'All about tea', minutes: 3 },
        note: expect.stringContaining('never an'),
      },
    });
  });

  it('cuts what is too long for a model', async () => {
    const { result } = await perform(await allow('long_report'));
    expect(Buffer.byteLength(textOf(result))).toBe(16_384);
    expect(result).toMatchObject({ isCut: true, data: { text: expect.stringMatching(/^é+$/) } });
  });

  it('that the tool calls failed has failed', async () => {
    expect(await perform(await allow('close_ticket'), { id: 7 })).toMatchObject({
      ...{ state: 'failed', error: 'tool_error', retry: 'never' },
      result: { status: 'failed', data: { text: 'There is no ticket 7.' } },
    });
  });

  it.each([
    ['write', 'unknown', 'repeatable'],
    ['read', 'failed', 'safe'],
  ] as const)('whose answer is lost is, for a %s, %s', async (effect, state, retry) => {
    const settings = await allow('open_ticket', { effect });
    server.fault = { message: 'tools/call', when: 'after', does: 'reset' };
    expect(await perform(settings, { subject: 'a' })).toMatchObject({ state, retry });
  });

  it('that could not begin has failed, and may be tried again', async () => {
    const settings = await allow('open_ticket');
    server.fault = { message: 'initialize', when: 'before', does: { status: 503 } };
    expect(await perform(settings, { subject: 'a' })).toMatchObject({
      state: 'failed',
      error: 'busy',
      retry: 'safe',
    });
    expect(server.calls).toEqual([]);
  });

  it('needs its connection', async () => {
    const settings = await allow('open_ticket');
    await expect(executeMcp.perform({ settings, values: {} }, port(false))).rejects.toThrow(CallRefused);
  });
});

describe('a tool that is not what was allowed is not used, and is suspended', () => {
  it.each([
    ['its description', (tool: object) => [{ ...tool, description: HOSTILE }], 'has changed'],
    [
      'its inputs',
      (tool: object) => [{ ...tool, inputSchema: { type: 'object', properties: { subject: {}, bcc: {} } } }],
      'has changed',
    ],
    [
      'what it claims',
      (tool: object) => [{ ...tool, annotations: { destructiveHint: true } }],
      'has changed',
    ],
    ['that it is gone', () => [], 'does not offer'],
    ['that it is there twice', (tool: object) => [tool, tool], 'more than one'],
  ])('for %s', async (_, change, words) => {
    const settings = await allow('open_ticket');
    const tool = server.tools.find(({ name }) => name === 'open_ticket');
    server.tools = change(tool as object) as typeof server.tools;
    expect(await perform(settings, { subject: 'a' })).toMatchObject({
      ...{ state: 'failed', error: 'changed', retry: 'never' },
      suspend: expect.stringContaining(words),
    });
    expect(server.calls).toEqual([]);
  });
});

describe('what a model reads of a result', () => {
  it('is words, without pictures, links, and what nobody sees', () => {
    const content = [
      { type: 'text', text: 'a\u{e0049}\u202eb' },
      { type: 'image', data: 'AAAA', mimeType: 'image/png' },
      { type: 'resource_link', uri: 'https://evil.example/?q=secret', name: 'x' },
      { type: 'resource', resource: { uri: 'file:///a', text: 'c' } },
      'nothing',
    ];
    expect(textOf(readContent({ content }))).toBe('ab\n\nc');
  });
});
