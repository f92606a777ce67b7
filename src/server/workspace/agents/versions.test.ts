import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import type { Agent, AgentVersion } from '../../../contract/agent.ts';

let house: Harness;
let agentId: string;

beforeAll(async () => {
  house = await Harness.start();
});
afterAll(() => house.close());

const change = (body: object) => house.api<Agent>('PATCH', `/api/v1/agents/${agentId}`, body);

async function list(query = ''): Promise<{ items: AgentVersion[]; nextCursor: string | null }> {
  return (
    await house.api<{ items: AgentVersion[]; nextCursor: string | null }>(
      'GET',
      `/api/v1/agents/${agentId}/versions${query}`,
    )
  ).body;
}

it('keeps what an agent was told, once for each change of its words', async () => {
  agentId = (await house.createAgent({ greeting: 'Hello.' })).id;
  await change({ instructions: 'Be kind.' });
  await change({ instructions: 'Be kind.' });
  await change({ widget: { color: '#112233' } });
  await change({ tone: 'brief', name: 'Robin 2' });
  const { items } = await list();
  expect(items.map(({ version, name, instructions, tone }) => [version, name, instructions, tone])).toEqual([
    [3, 'Robin 2', 'Be kind.', 'brief'],
    [2, 'Robin', 'Be kind.', 'friendly'],
    [1, 'Robin', '', 'friendly'],
  ]);
  expect(items[0]).toMatchObject({ author: 'The team', greeting: 'Hello.', language: 'auto' });
});

it('restores a version as a new one', async () => {
  const { status, body } = await house.api<Agent>('POST', `/api/v1/agents/${agentId}/versions/1/restore`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    name: 'Robin',
    instructions: '',
    tone: 'friendly',
    widget: { color: '#112233' },
  });
  expect((await list()).items[0]).toMatchObject({ version: 4, name: 'Robin', instructions: '' });
  const missing = await house.api('POST', `/api/v1/agents/${agentId}/versions/99/restore`);
  expect(missing.status).toBe(404);
});

it('pages', async () => {
  const first = await list('?limit=3');
  expect(first.items.map(({ version }) => version)).toEqual([4, 3, 2]);
  const rest = await list(`?limit=3&cursor=${first.nextCursor}`);
  expect(rest).toMatchObject({ items: [{ version: 1 }], nextCursor: null });
});

it('gives changes at the same moment a version each', async () => {
  const saves = await Promise.all(['a', 'b', 'c', 'd'].map((instructions) => change({ instructions })));
  expect(saves.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const { items } = await list('?limit=4');
  expect(items.map(({ version }) => version)).toEqual([8, 7, 6, 5]);
});
