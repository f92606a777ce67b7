import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { lastWords, scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import type { VisitorClient } from '../../../../tests/harness/visitor-client.ts';
import { waitFor } from '../../../../tests/harness/wait-for.ts';

let house: Harness;
let agentId: string;

beforeAll(async () => {
  const model = scriptedModel((call) => {
    if (call.prompt.at(-1)?.role === 'tool') return [];
    if (lastWords(call).includes('quote')) return [{ call: 'quote' }];
    if (lastWords(call).includes('slowly'))
      return [{ say: 'It is cold. ' }, { waitMs: 5_000 }, { say: 'Wear wool.' }];
    return [{ say: 'Hello.' }];
  });
  house = await Harness.start({ model });
  agentId = (await house.createAgent()).id;
  const fields = [{ name: 'email', type: 'email', label: '', required: true }];
  await house.createAction(agentId, { kind: 'lead-form', name: 'Quote', settings: { fields } });
});
afterAll(() => house.close());

const erase = (visitor: VisitorClient) =>
  fetch(`${house.url}/widget/v1/me`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${visitor.session.token}` },
  });

/** Rows of every table that names this visitor, or their conversation. */
async function countTraces({ session }: VisitorClient): Promise<Record<string, number>> {
  const { rows: columns } = await house.pool.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and (column_name in ('visitor_id', 'conversation_id')
       or (table_name in ('visitors', 'conversations') and column_name = 'id'))`,
  );
  const found: Record<string, number> = {};
  for (const { table_name: table, column_name: column } of columns) {
    const { rowCount } = await house.pool.query(`select from ${table} where ${column} = any($1)`, [
      [session.visitorId, session.conversationId],
    ]);
    if (rowCount) found[`${table}.${column}`] = rowCount;
  }
  return found;
}

it('a visitor who erases themselves leaves no row behind, and nobody else loses one', async () => {
  const [leaving, staying] = [await house.visit(agentId), await house.visit(agentId)];
  for (const visitor of [leaving, staying]) {
    await visitor.ask('a quote, please');
    const card = (await visitor.list()).find((entry) => entry.card);
    expect((await visitor.useCard(card?.id ?? '', 'submit', { email: 'ada@example.com' })).status).toBe(200);
  }
  const before = await countTraces(staying);
  const tables = ['conversations', 'entries', 'leads', 'turns', 'visitor_sessions', 'visitors'];
  expect(Object.keys(await countTraces(leaving)).map((name) => name.split('.')[0])).toEqual(
    expect.arrayContaining(tables),
  );

  const answer = await erase(leaving);
  expect([answer.status, await answer.text()]).toEqual([204, '']);
  expect(await countTraces(leaving)).toEqual({});
  expect(await countTraces(staying)).toEqual(before);
});

it('their sessions are over: the token is worth nothing, and brings nobody back', async () => {
  const visitor = await house.visit(agentId);
  const { token, visitorId } = visitor.session;
  await visitor.ask('hello');
  await erase(visitor);
  expect((await erase(visitor)).status).toBe(401);
  expect((await visitor.post('/widget/v1/messages', { clientId: 'x', text: 'still here?' })).status).toBe(
    401,
  );
  const again = await house.visit(agentId, token);
  expect(again.session.token).not.toBe(token);
  expect(again.session.visitorId).not.toBe(visitorId);
  expect(await again.list()).toEqual([]);
});

it('their streams end, also in the middle of an answer, and nothing is written afterwards', async () => {
  const visitor = await house.visit(agentId);
  const response = await fetch(`${house.url}/widget/v1/events`, {
    headers: { authorization: `Bearer ${visitor.session.token}` },
  });
  const readToEnd = response.text();
  await visitor.follow();
  const turn = visitor.ask('tell me slowly');
  await waitFor(() => visitor.events.some(({ event, data }) => event === 'state' && data.typing));
  const begin = performance.now();
  await erase(visitor);
  await Promise.all([turn, readToEnd]);
  expect(performance.now() - begin).toBeLessThan(2_000);
  expect(await countTraces(visitor)).toEqual({});
});
