import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Harness } from '../harness/harness.ts';
import { lastWords, scriptedModel } from '../harness/scripted-model.ts';
import type { VisitorClient } from '../harness/visitor-client.ts';
import { waitFor } from '../harness/wait-for.ts';

/** What two statements at the same moment, or a process that died between two, can leave behind. */
let house: Harness;
let agentId: string;

beforeAll(async () => {
  // Slow enough that what is sent at the same moment arrives before its answer.
  const model = scriptedModel((call) => [{ waitMs: 100 }, { say: `Answer to ${lastWords(call)}` }]);
  house = await Harness.start({ model });
  agentId = (await house.createAgent()).id;
});
afterAll(() => house.close());

/** A turn of a dead process, with a fence that the conversation has left behind by `behind`. */
async function leaveTurn(visitor: VisitorClient, behind: number): Promise<void> {
  await house.pool.query(
    `insert into turns (id, workspace_id, conversation_id, fence, state, owner, lease_until)
     select gen_random_uuid(), workspace_id, id, fence - $2, 'running', 'a dead process', now() - interval '1 second'
     from conversations where id = $1`,
    [visitor.session.conversationId, behind],
  );
}

const openTurns = async (visitor: VisitorClient) => {
  const { rows } = await house.pool.query(
    `select count(*)::int as count from turns where conversation_id = $1 and state = 'running'`,
    [visitor.session.conversationId],
  );
  return rows[0].count as number;
};

describe('an overtaken turn that was left open', () => {
  it('is not answered a second time', async () => {
    const visitor = await house.visit(agentId);
    await visitor.ask('hello');
    await leaveTurn(visitor, 1);
    await waitFor(async () => (await openTurns(visitor)) === 0);
    expect((await visitor.list()).map(({ author }) => author.type)).toEqual(['visitor', 'agent']);
  });

  it('says nothing in a muted conversation, not even that the agent is typing', async () => {
    const visitor = await house.visit(agentId);
    await visitor.ask('hello');
    const { conversationId } = visitor.session;
    await house.api('PUT', `/api/v1/conversations/${conversationId}/auto-reply`, { state: 'muted' });
    await visitor.follow(Number((await visitor.list()).at(-1)?.cursor));
    await leaveTurn(visitor, 0);
    await waitFor(async () => (await openTurns(visitor)) === 0);
    await pause(100);
    const states = visitor.events.flatMap(({ event, data }) => (event === 'state' ? [data] : []));
    expect(states.every(({ autoReply }) => autoReply === 'muted')).toBe(true);
    expect(visitor.events.some(({ event }) => event === 'delta')).toBe(false);
  });

  it('is looked for without waiting for a conversation that is in use', async () => {
    const [busy, free] = [await house.visit(agentId), await house.visit(agentId)];
    await leaveTurn(busy, 0);
    const client = await house.pool.connect();
    try {
      await client.query('begin');
      await client.query('select from conversations where id = $1 for update', [busy.session.conversationId]);
      await leaveTurn(free, 0);
      await waitFor(async () => (await openTurns(free)) === 0);
      expect(await openTurns(busy)).toBe(1);
    } finally {
      await client.query('rollback');
      client.release();
    }
    await waitFor(async () => (await openTurns(busy)) === 0);
  });
});

describe('messages at the very same moment', () => {
  it('get one answer, and leave no turn open', async () => {
    for (let round = 0; round < 5; round++) {
      const visitor = await house.visit(agentId);
      await Promise.all([visitor.send('one'), visitor.send('two'), visitor.send('three')]);
      await waitFor(async () => (await visitor.list()).some(({ author }) => author.type === 'agent'));
      await waitFor(async () => (await openTurns(visitor)) === 0);
      expect((await visitor.list()).filter(({ author }) => author.type === 'agent')).toHaveLength(1);
    }
  });

  it('as a mute get no answer, or one that came before', async () => {
    for (let round = 0; round < 10; round++) {
      const visitor = await house.visit(agentId);
      const path = `/api/v1/conversations/${visitor.session.conversationId}/auto-reply`;
      await Promise.all([visitor.send('hello'), house.api('PUT', path, { state: 'muted' })]);
      const before = (await visitor.list()).length;
      await pause(150);
      expect(
        (await visitor.list()).filter(({ author }) => author.type === 'agent').length,
      ).toBeLessThanOrEqual(Math.max(0, before - 1));
    }
  });
});

it('a streamed message that is sent again goes on with the turn that runs', async () => {
  const slow = await Harness.start({
    model: scriptedModel(() => [{ say: 'Once upon a time ' }, { waitMs: 500 }, { say: 'and end.' }]),
  });
  try {
    const visitor = await slow.visit((await slow.createAgent()).id);
    await visitor.send('hello', 'same-id');
    const response = await visitor.post(
      '/widget/v1/messages',
      { clientId: 'same-id', text: 'hello' },
      { accept: 'text/event-stream' },
    );
    expect(await response.text()).toContain('Once upon a time and end.');
  } finally {
    await slow.close();
  }
});
