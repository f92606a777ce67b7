import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { McpStandIn } from '../../demo/stand-ins/mcp/mcp-stand-in.ts';
import { HOSTILE, sampleTools } from '../../demo/stand-ins/mcp/sample-tools.ts';
import type { Action } from '../../src/contract/action.ts';
import type { Agent } from '../../src/contract/agent.ts';
import type { Call } from '../../src/contract/call.ts';
import type { Tool } from '../../src/contract/connections/tool.ts';
import { openStage, SCREENS, type Scene, type Stage } from './stage.ts';

/** A tool of an MCP server, as a visitor meets it; the server is a real one, on loopback. */
let server: McpStandIn;
let stage: Stage;
let agent: Agent;
let scene: Scene;

beforeAll(async () => {
  server = await McpStandIn.start();
  stage = await openStage({ egressAllow: server.host });
});
afterAll(async () => {
  await stage.close();
  await server.close();
});
beforeEach(() => {
  Object.assign(server, { tools: sampleTools(server.tickets), fault: null });
  server.calls.length = server.tickets.length = 0;
});
afterEach(() => scene.close());

/** What the owner does: connects the server, and allows one tool. */
async function allow(name: string, settings: object = {}): Promise<Action> {
  agent = await stage.house.createAgent({ language: 'en' });
  const { body: connection } = await stage.house.api<{ id: string }>('POST', '/api/v1/connections', {
    ...{ kind: 'mcp', name: 'Help desk', settings: { url: server.url } },
  });
  const path = `/api/v1/connections/${connection.id}/tools`;
  const tools = (await stage.house.api<{ items: Tool[] }>('GET', path)).body.items;
  const tool = tools.find((one) => one.name === name);
  return stage.house.createAction(agent.id, {
    ...{ kind: 'mcp', name: 'Open a ticket', guidance: { whenToUse: 'Something is broken.' } },
    settings: { ...tool?.settings, ...settings },
  });
}

async function calls(): Promise<Call[]> {
  const path = `/api/v1/calls?conversationId=${await scene.conversationId()}`;
  return (await stage.house.api<{ items: Call[] }>('GET', path)).body.items;
}

async function askForTicket(screen: Parameters<Stage['enter']>[1]) {
  stage.inputs = { subject: 'the zip is broken', priority: 'high' };
  scene = await stage.enter(agent, screen);
  await scene.say('It is high time: the zip is broken');
  return scene.card('Open a ticket');
}

it.each([
  ['at a desk', SCREENS.desk, 'mcp'],
  ['on a phone, in the dark', SCREENS.phone, 'mcp-phone'],
  ['on a narrow phone', SCREENS.narrow, 'mcp-narrow'],
])('is offered with its exact values, confirmed, and used once: %s', async (_case, screen, shot) => {
  await allow('open_ticket');
  const card = await askForTicket(screen);
  await card.getByText('the zip is broken').waitFor();
  await scene.look(`${shot}-offered`);
  expect(server.calls).toEqual([]);
  await card.getByRole('button', { name: 'Confirm' }).dblclick();
  await scene.see('Here is what I found.');
  await card.getByText('You confirmed this.').waitFor();
  await scene.look(`${shot}-used`);
  expect(server.calls).toEqual([
    { name: 'open_ticket', values: { subject: 'the zip is broken', priority: 'high' } },
  ]);
  expect(await calls()).toMatchObject([{ state: 'done', kind: 'mcp' }]);
});

it('is not used when the visitor declines', async () => {
  await allow('open_ticket');
  const card = await askForTicket(SCREENS.phone);
  await card.getByRole('button', { name: 'Cancel' }).press('Enter');
  await card.getByText('Cancelled. Nothing was sent.').waitFor();
  await scene.look('mcp-declined');
  expect(server.calls).toEqual([]);
});

it('that its server refuses is told as that', async () => {
  await allow('open_ticket');
  const card = await askForTicket(SCREENS.desk);
  server.fault = { message: 'tools/call', when: 'before', does: { status: 500, body: 'at 10.0.0.7' } };
  await card.getByRole('button', { name: 'Confirm' }).click();
  await scene.see(/did not work|cannot tell/);
  await scene.look('mcp-refused');
  expect(server.tickets).toEqual([]);
  const [call] = await calls();
  expect(call?.state).toMatch(/failed|unknown/);
  expect(JSON.stringify(await scene.entries())).not.toContain('10.0.0.7');
});

it('that does not answer in time has an end that nobody knows, and is not sent again', async () => {
  await allow('open_ticket', { timeoutMs: 1_000 });
  const card = await askForTicket(SCREENS.phone);
  server.fault = { message: 'tools/call', when: 'after', does: 'hang' };
  await card.getByRole('button', { name: 'Confirm' }).click();
  await scene.see('I cannot tell whether that worked.');
  await scene.look('mcp-timeout');
  expect(server.tickets).toEqual(['the zip is broken']);
  expect(await calls()).toMatchObject([{ state: 'unknown', error: 'timeout' }]);
});

it('that was changed after it was allowed is not used, and not offered any more', async () => {
  const action = await allow('open_ticket');
  const card = await askForTicket(SCREENS.desk);
  await card.getByRole('button', { name: 'Confirm' }).waitFor();
  const tool = server.tools.find(({ name }) => name === 'open_ticket');
  Object.assign(tool ?? {}, { description: HOSTILE });
  await card.getByRole('button', { name: 'Confirm' }).click();
  await scene.see('That did not work, I am sorry.');
  await scene.say('Then again please: the zip is broken');
  await scene.see('There is nothing here for that.');
  await scene.look('mcp-changed');
  expect(server.calls).toEqual([]);
  const { body } = await stage.house.api<Action>('GET', `/api/v1/actions/${action.id}`);
  expect(body).toMatchObject({ enabled: false, problem: expect.stringContaining('approve it again') });
  expect(JSON.stringify(await scene.entries())).not.toContain('cancel_order');
});
