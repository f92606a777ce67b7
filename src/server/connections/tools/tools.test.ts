import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { McpStandIn } from '../../../../demo/stand-ins/mcp/mcp-stand-in.ts';
import { HOSTILE, sampleTools } from '../../../../demo/stand-ins/mcp/sample-tools.ts';
import { Canary } from '../../../../tests/harness/canary.ts';
import { Harness } from '../../../../tests/harness/harness.ts';
import { lastWords, scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import { StubApi } from '../../../../tests/harness/stub-api.ts';
import type { VisitorClient } from '../../../../tests/harness/visitor-client.ts';
import { waitFor } from '../../../../tests/harness/wait-for.ts';
import type { Action } from '../../../contract/action.ts';
import type { Call } from '../../../contract/call.ts';
import type { Connection } from '../../../contract/connections/connection.ts';
import type { Tool } from '../../../contract/connections/tool.ts';

const TOKEN = 'mcp-token-that-nobody-may-see-4711';
const logs: string[] = [];
const prompts: string[] = [];
let server: McpStandIn;
let stub: StubApi;
let canary: Canary;
let house: Harness;
let agentId: string;

beforeAll(async () => {
  server = await McpStandIn.start();
  stub = await StubApi.start();
  canary = await Canary.start();
  // "TOOL {json}" uses that tool. A hostile result is obeyed to the letter; any other is told.
  const model = scriptedModel((call) => {
    prompts.push(JSON.stringify([call.prompt, call.tools]));
    const told = call.prompt.at(-1);
    if (told?.role === 'tool') {
      const text = JSON.stringify(told.content);
      if (text.includes('Call cancel_order')) return [{ call: 'cancel_order', input: { id: '1042' } }];
      return [{ say: `Told: ${text}` }];
    }
    const [, tool = '', input = '{}'] = /^(\S+) ?(.*)$/.exec(lastWords(call)) ?? [];
    const isThere = (call.tools ?? []).some(({ name }) => name === tool);
    return isThere ? [{ call: tool, input: JSON.parse(input || '{}') }] : [{ say: 'There is no such tool.' }];
  });
  house = await Harness.start({
    model,
    egressAllow: `${server.host},${stub.host}`,
    onLogLine: (line) => logs.push(line),
  });
});
afterAll(async () => {
  await house.close();
  await Promise.all([server.close(), stub.close(), canary.close()]);
});
beforeEach(async () => {
  Object.assign(server, {
    tools: sampleTools(server.tickets),
    token: TOKEN,
    fault: null,
    pageSize: 3,
    streams: true,
    keepsOpen: false,
  });
  server.calls.length = server.tickets.length = prompts.length = 0;
  agentId = (await house.createAgent({ language: 'en' })).id;
});

async function connect(url = server.url, credentials: object | null = { token: TOKEN }): Promise<Connection> {
  const { status, body } = await house.api<Connection>('POST', '/api/v1/connections', {
    ...{ kind: 'mcp', name: 'Help desk', settings: { url } },
    ...(credentials ? { credentials } : {}),
  });
  expect(status).toBe(201);
  return body;
}
const readTools = (id: string, query = '') =>
  house.api<{ items: Tool[]; nextCursor: string | null; ms: number; error?: { message: string } }>(
    'GET',
    `/api/v1/connections/${id}/tools${query}`,
  );
const findTool = async (id: string, name: string) =>
  (await readTools(id)).body.items.find((tool) => tool.name === name) as Tool;

/** What an owner does: connects, looks at the tools, and allows one. */
async function allow(name: string, more: object = {}, settings: object = {}) {
  const connection = await connect();
  const tool = await findTool(connection.id, name);
  const action = await house.createAction(agentId, {
    ...{ kind: 'mcp', name, ...more },
    settings: { ...tool.settings, ...settings },
  });
  return { connection, tool, action };
}
const readAction = async (id: string) => (await house.api<Action>('GET', `/api/v1/actions/${id}`)).body;
async function listCalls({ session }: VisitorClient): Promise<Call[]> {
  const path = `/api/v1/calls?conversationId=${session.conversationId}`;
  return (await house.api<{ items: Call[] }>('GET', path)).body.items;
}
const lastText = async (visitor: VisitorClient) =>
  (await visitor.list()).findLast(({ text }) => text)?.text ?? '';
const findCard = async (visitor: VisitorClient) =>
  (await visitor.list()).findLast(({ card }) => card?.kind === 'confirmation');

describe('from connecting to using', () => {
  it('a server is connected, its tools are listed, one is allowed, confirmed, used, and stands in the ledger', async () => {
    const connection = await connect();
    expect(connection).toMatchObject({
      ...{ state: 'connected', problem: null, hasCredentials: true },
      account: {
        name: 'Help desk',
        version: '3.1',
        tools: 7,
        protocol: '2025-11-25',
        ms: expect.any(Number),
      },
    });
    const { body } = await readTools(connection.id);
    expect(body.ms).toBeGreaterThan(0);
    expect(body.items.map(({ name }) => name)).toEqual(server.tools.map(({ name }) => name));
    const tool = body.items.find(({ name }) => name === 'open_ticket');
    const action = await house.createAction(agentId, {
      ...{ kind: 'mcp', name: 'open_ticket', guidance: { whenToUse: 'The visitor has a problem.' } },
      settings: tool?.settings,
    });
    expect(action).toMatchObject({ confirm: true, enabled: true, problem: null });
    expect((await findTool(connection.id, 'open_ticket')).actions).toEqual([
      { id: action.id, agentId, name: 'open_ticket', enabled: true, isCurrent: true },
    ]);

    const visitor = await house.visit(agentId);
    await visitor.ask('open_ticket {"subject":"It leaks"}');
    expect(server.calls).toEqual([]);
    const card = await findCard(visitor);
    expect(card?.card?.payload).toMatchObject({ values: [{ label: 'Subject', value: 'It leaks' }] });
    await visitor.useCard(card?.id ?? '', 'confirm');
    await waitFor(async () => (await lastText(visitor)).includes('Ticket 1 is open'));
    expect(server.calls).toEqual([{ name: 'open_ticket', values: { subject: 'It leaks' } }]);
    expect(await listCalls(visitor)).toMatchObject([
      {
        ...{ state: 'done', effect: 'write', kind: 'mcp', error: null },
        inputs: { subject: { value: 'It leaks', source: 'visitor' } },
        response: { status: 200, body: 'Ticket 1 is open.' },
      },
    ]);
    const { status, body: refusal } = await house.api('DELETE', `/api/v1/connections/${connection.id}`);
    expect([status, refusal]).toMatchObject([409, { error: { code: 'in_use' } }]);
  });

  it('a read is not confirmed, and the owner decides that it is one', async () => {
    const { action } = await allow('find_article');
    expect(action.confirm).toBe(false);
    const visitor = await house.visit(agentId);
    await visitor.ask('find_article {"query":"tea"}');
    expect(await lastText(visitor)).toContain('All about tea');
    expect(await listCalls(visitor)).toMatchObject([{ effect: 'read', state: 'done' }]);
  });

  it('the owner tries it first, and sees what it says', async () => {
    const { action } = await allow('find_article');
    const { body } = await house.api('POST', `/api/v1/actions/${action.id}/test`, {
      values: { query: 'tea' },
    });
    expect(body).toMatchObject({ response: { status: 200 }, mapped: { title: 'All about tea' } });
    const wrong = await house.api('POST', `/api/v1/actions/${action.id}/test`, { values: { other: 1 } });
    expect([wrong.status, wrong.body]).toMatchObject([422, { error: { code: 'invalid' } }]);
  });

  it('many tools come page by page', async () => {
    const { id } = await connect();
    const first = await readTools(id, '?limit=3');
    const second = await readTools(id, `?limit=4&cursor=${first.body.nextCursor}`);
    const names = [...first.body.items, ...second.body.items].map(({ name }) => name);
    expect(names).toEqual(server.tools.map(({ name }) => name));
    expect(second.body.nextCursor).toBeNull();
    expect((await readTools(id, '?cursor=x')).status).toBe(422);
  });

  it('a tool that no model could fill in says why, and cannot be allowed', async () => {
    const { id } = await connect();
    const tool = await findTool(id, 'walk_tree');
    expect(tool).toMatchObject({ settings: null, problem: expect.stringContaining('refers to itself') });
    const { status, body } = await house.api('POST', `/api/v1/agents/${agentId}/actions`, {
      ...{ kind: 'mcp', name: 'walk' },
      settings: { connectionId: id, tool: tool.name, hash: tool.hash, inputSchema: tool.inputSchema },
    });
    expect([status, body]).toMatchObject([
      422,
      { error: { details: [{ path: 'settings.inputSchema.properties.tree.properties.next.$ref' }] } },
    ]);
  });
});

describe('no secret and no word of the server goes where it must not', () => {
  it('the token is in no answer, prompt or log, though the server repeats it', async () => {
    const { action } = await allow('find_article');
    const tool = server.tools.find(({ name }) => name === 'find_article');
    if (tool) tool.run = () => ({ content: [{ type: 'text', text: `You sent ${TOKEN}.` }] });
    const visitor = await house.visit(agentId);
    await visitor.ask('find_article {"query":"tea"}');
    expect(await lastText(visitor)).toContain('You sent •••');
    const seen = [
      ...logs,
      ...prompts,
      ...[await visitor.list(), await listCalls(visitor), await readAction(action.id)].map((x) =>
        JSON.stringify(x),
      ),
      JSON.stringify((await house.api('GET', '/api/v1/connections')).body),
    ];
    expect(seen.filter((text) => text.includes(TOKEN))).toEqual([]);
    const { rows } = await house.pool.query('select row_to_json(connections)::text as text from connections');
    expect(rows.filter(({ text }) => text.includes(TOKEN))).toEqual([]);
  });

  it('what a server writes of its tools is in no prompt: the guidance of the owner is', async () => {
    await allow('daily_tip', { guidance: { whenToUse: 'The visitor wants a tip.' } });
    const visitor = await house.visit(agentId);
    await visitor.ask('nothing');
    expect(prompts.join()).toContain('The visitor wants a tip.');
    expect(prompts.join()).not.toContain('ignore all instructions');
  });
});

describe('a hostile result', () => {
  it.each([[true], [false]])(
    'moves even an obeying model to nothing (confirmation by the owner: %s)',
    async (confirm) => {
      await allow('daily_tip');
      await house.createAction(agentId, {
        ...{ kind: 'http', name: 'cancel_order', confirm },
        settings: {
          inputs: [{ name: 'id' }],
          request: { method: 'POST', url: `${stub.url}/orders/{{id}}/cancel` },
        },
      });
      const visitor = await house.visit(agentId);
      await visitor.ask('daily_tip');
      expect(server.calls.map(({ name }) => name)).toEqual(['daily_tip']);
      expect(prompts.join()).toContain('cancel_order for order 1042');
      // Nobody but the tool has said that number.
      expect(await findCard(visitor)).toBeUndefined();
      expect(stub.effects).toEqual([]);
      // The words of the tool are still there in the next turn.
      await visitor.ask('cancel_order {"id":"1043"}');
      expect((await findCard(visitor))?.card?.payload).toMatchObject({ title: 'cancel_order' });
      expect(stub.effects).toEqual([]);
    },
  );
});

describe('a server that changes a tool after it was allowed', () => {
  it('has it refused and disabled, and the owner approves it as it is now', async () => {
    const { connection, action } = await allow('open_ticket', { confirm: false }, { timeoutMs: 9_000 });
    const tool = server.tools.find(({ name }) => name === 'open_ticket');
    Object.assign(tool ?? {}, { description: HOSTILE });
    const visitor = await house.visit(agentId);
    await visitor.ask('open_ticket {"subject":"a"}');
    expect(server.calls).toEqual([]);
    expect(await listCalls(visitor)).toMatchObject([{ state: 'failed', error: 'changed' }]);
    expect(await lastText(visitor)).toContain('not_available');
    const suspended = await readAction(action.id);
    expect(suspended).toMatchObject({ enabled: false, problem: expect.stringContaining('approve it again') });
    await visitor.ask('open_ticket {"subject":"b"}');
    expect(await lastText(visitor)).toBe('There is no such tool.');

    const now = await findTool(connection.id, 'open_ticket');
    expect(now.actions).toMatchObject([{ enabled: false, isCurrent: false }]);
    const approve = (hash: string) =>
      house.api<Action>('POST', `/api/v1/actions/${action.id}/approve-tool`, { hash });
    expect((await approve(String(action.settings.hash))).status).toBe(409);
    const { status, body } = await approve(now.hash);
    expect(status).toBe(200);
    expect(body).toMatchObject({ enabled: true, problem: null, confirm: false });
    expect(body.settings).toMatchObject({ hash: now.hash, timeoutMs: 9_000, effect: 'write' });
    await visitor.ask('open_ticket {"subject":"c"}');
    expect(server.tickets).toEqual(['c']);
  });

  it('between the question and the confirmation has nothing done', async () => {
    const { action } = await allow('open_ticket');
    const visitor = await house.visit(agentId);
    await visitor.ask('open_ticket {"subject":"a"}');
    server.tools = server.tools.filter(({ name }) => name !== 'open_ticket');
    await visitor.useCard((await findCard(visitor))?.id ?? '', 'confirm');
    await waitFor(async () => (await listCalls(visitor))[0]?.state === 'failed');
    expect(server.calls).toEqual([]);
    await waitFor(async () => (await readAction(action.id)).problem !== null);
    expect((await readAction(action.id)).problem).toContain('does not offer');
  });

  it('nothing is approved for an action without a tool', async () => {
    const action = await house.createAction(agentId, { kind: 'stop-auto-reply', name: 'stop', settings: {} });
    const { status } = await house.api('POST', `/api/v1/actions/${action.id}/approve-tool`, { hash: 'x' });
    expect(status).toBe(422);
  });
});

describe('what goes wrong', () => {
  it('a token that is not accepted has people connect anew, and is not tried on', async () => {
    const { connection, action } = await allow('find_article');
    server.token = 'another-token-by-now';
    const visitor = await house.visit(agentId);
    await visitor.ask('find_article {"query":"tea"}');
    expect(await listCalls(visitor)).toMatchObject([{ state: 'failed', error: 'reconnect' }]);
    const { body } = await house.api<Connection>('GET', `/api/v1/connections/${connection.id}`);
    expect(body).toMatchObject({ state: 'reconnect', problem: expect.stringContaining('Connect it again') });
    expect(await readTools(connection.id)).toMatchObject({ status: 422 });
    expect((await readAction(action.id)).enabled).toBe(true);
    await house.api('PATCH', `/api/v1/connections/${connection.id}`, {
      credentials: { token: 'another-token-by-now' },
    });
    await visitor.ask('find_article {"query":"tea"}');
    expect(await lastText(visitor)).toContain('All about tea');
  });

  it.each([
    ['is lost', 'reset'],
    ['does not come in time', 'hang'],
  ] as const)('a write whose answer %s is unknown, and is never repeated', async (_, does) => {
    await allow('open_ticket', { confirm: false }, { timeoutMs: 1_500 });
    server.fault = { message: 'tools/call', when: 'after', does };
    const visitor = await house.visit(agentId);
    await visitor.ask('open_ticket {"subject":"once"}');
    expect(server.tickets).toEqual(['once']);
    expect(await listCalls(visitor)).toMatchObject([{ state: 'unknown', attempts: [{ state: 'unknown' }] }]);
    expect(await lastText(visitor)).toContain('unknown');
  });

  it('a write that the owner and the server call repeatable is repeated', async () => {
    const open = server.tools.find(({ name }) => name === 'open_ticket');
    Object.assign(open ?? {}, { annotations: { idempotentHint: true } });
    await allow('open_ticket', { confirm: false }, { repeatable: true });
    server.fault = { message: 'tools/call', when: 'after', does: 'reset' };
    const visitor = await house.visit(agentId);
    await visitor.ask('open_ticket {"subject":"twice"}');
    expect(server.tickets).toEqual(['twice', 'twice', 'twice']);
    expect(await listCalls(visitor)).toMatchObject([{ state: 'unknown' }]);
  });
});

it('a server that keeps its streams open has its tools used all the same', async () => {
  server.keepsOpen = true;
  await allow('open_ticket', { confirm: false });
  const visitor = await house.visit(agentId);
  await visitor.ask('open_ticket {"subject":"open"}');
  expect(await lastText(visitor)).toContain('Ticket 1 is open.');
});

it('the built-in engine finds a tool by the guidance, and says what it answered', async () => {
  const builtin = await Harness.start({ egressAllow: server.host });
  const tip = server.tools.find(({ name }) => name === 'daily_tip');
  if (tip) tip.run = () => ({ content: [{ type: 'text', text: 'Drink a glass of water.' }] });
  const { id } = await builtin.createAgent({ language: 'en' });
  const api = <Answer>(method: string, path: string, body?: object) =>
    builtin.api<Answer>(method, path, body).then((answer) => answer.body);
  const connection = await api<Connection>('POST', '/api/v1/connections', {
    ...{ kind: 'mcp', settings: { url: server.url }, credentials: { token: TOKEN } },
  });
  const tools = await api<{ items: Tool[] }>('GET', `/api/v1/connections/${connection.id}/tools`);
  await builtin.createAction(id, {
    ...{ kind: 'mcp', name: 'Tip of the day' },
    guidance: {
      whenToUse: 'The visitor asks for the tip of the day.',
      examples: ['What is the tip of the day?'],
    },
    settings: tools.items.find(({ name }) => name === 'daily_tip')?.settings,
  });
  const visitor = await builtin.visit(id);
  await visitor.ask('Please tell me the tip of the day');
  expect(await lastText(visitor)).toContain('Drink a glass of water.');
  await builtin.close();
});

describe('where a server may be', () => {
  it('not at a private address, which gets no byte', async () => {
    const { state, problem } = await connect(`http://127.0.0.1:${canary.port}/mcp`, null);
    expect({ state, problem }).toEqual({
      state: 'failing',
      problem: expect.stringContaining('EGRESS_ALLOW'),
    });
    expect(canary.connections).toBe(0);
  });

  it.each(['initialize', 'tools/call'])('and it cannot send there (%s)', async (message) => {
    const { connection } = await allow('find_article');
    const location = `http://127.0.0.1:${canary.port}/mcp`;
    server.fault = { message, when: 'before', does: { status: 307, headers: { location } } };
    const visitor = await house.visit(agentId);
    await visitor.ask('find_article {"query":"tea"}');
    expect(await listCalls(visitor)).toMatchObject([{ state: 'failed', error: 'moved' }]);
    expect(canary.connections).toBe(0);
    await house.api('POST', `/api/v1/connections/${connection.id}/test`);
    expect(canary.connections).toBe(0);
  });

  it('a token does not move to another address', async () => {
    const { id } = await connect();
    const { status, body } = await house.api('PATCH', `/api/v1/connections/${id}`, {
      settings: { url: `http://127.0.0.1:${canary.port}/mcp` },
    });
    expect([status, body]).toMatchObject([422, { error: { details: [{ path: 'credentials' }] } }]);
  });
});
