import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/setup/test-database.ts';
import { createLog } from '../../platform/log.ts';
import { changeSettings, readSettings } from '../../workspace/settings/workspace-settings.ts';
import { ModelBudget } from './model-budget.ts';

let database: TestDatabase;
let pool: pg.Pool;
let now = 0;
let budget: ModelBudget;
let workspaceId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  workspaceId = crypto.randomUUID();
  await pool.query('insert into workspaces (id, name) values ($1, $2)', [workspaceId, 'Shop']);
  budget = makeBudget();
});
afterEach(() => budget.close());

const makeBudget = (using: pg.Pool = pool) =>
  new ModelBudget({ pool: using, log: createLog('silent'), now: () => now });
const use = (inputTokens: number, outputTokens: number, costMicros: number, turnId?: string) => ({
  workspaceId,
  turnId,
  model: 'openai/fake',
  inputTokens,
  outputTokens,
  costMicros,
});
const limit = async (modelBudget: { dailyCostUsd?: number | null; dailyTokens?: number | null }) => {
  await changeSettings(pool, workspaceId, { modelBudget });
  budget.forget(workspaceId);
};

it('there is no limit until one is set', async () => {
  budget.record(use(1_000_000, 1_000_000, 1_000_000_000));
  expect(await budget.check(workspaceId)).toBe('ok');
  expect((await readSettings(pool, workspaceId)).modelBudget).toEqual({
    dailyCostUsd: null,
    dailyTokens: null,
  });
});

it('the tokens and the cost of the day each have their limit, from the very use that reaches it', async () => {
  await limit({ dailyTokens: 100 });
  budget.record(use(60, 39, 0));
  expect(await budget.check(workspaceId)).toBe('ok');
  budget.record(use(1, 0, 0));
  expect(await budget.check(workspaceId)).toBe('over');
  await limit({ dailyTokens: null, dailyCostUsd: 0.5 });
  expect(await budget.check(workspaceId)).toBe('ok');
  budget.record(use(0, 0, 500_000));
  expect(await budget.check(workspaceId)).toBe('over');
  await limit({ dailyCostUsd: 0.75 });
  expect(await budget.check(workspaceId)).toBe('ok');
});

it('a limit of 0 lets nothing through, and what is not named stays as it was', async () => {
  await limit({ dailyCostUsd: 0 });
  expect(await budget.check(workspaceId)).toBe('over');
  await changeSettings(pool, workspaceId, { name: 'New name' });
  expect(await readSettings(pool, workspaceId)).toMatchObject({
    id: workspaceId,
    name: 'New name',
    eventLink: null,
    modelBudget: { dailyCostUsd: 0, dailyTokens: null },
  });
});

it('what is shown for today is complete, and by the turn', async () => {
  const turnId = await addTurn();
  budget.record(use(10, 5, 100, turnId));
  budget.record(use(20, 5, 100, turnId));
  budget.record(use(1, 1, 1));
  budget.record(use(1, 1, 1, 'a turn that was deleted'));
  expect(await budget.today(workspaceId)).toEqual({
    day: new Date().toISOString().slice(0, 10),
    inputTokens: 32,
    outputTokens: 12,
    costUsd: 0.000202,
  });
  budget.record(use(3, 3, 3, turnId));
  await budget.close();
  const { rows } = await pool.query('select * from turn_usage where turn_id = $1', [turnId]);
  expect(rows).toEqual([
    { turn_id: turnId, model: 'openai/fake', input_tokens: '33', output_tokens: '13', cost_micros: '203' },
  ]);
});

it('yesterday does not count', async () => {
  await pool.query(
    `insert into model_usage values ($1, (now() at time zone 'utc')::date - 1, 1000, 1000, 1000)`,
    [workspaceId],
  );
  await limit({ dailyTokens: 10 });
  expect(await budget.check(workspaceId)).toBe('ok');
});

it('what another process spends, and a limit set there, is seen within seconds; till then nothing is asked', async () => {
  const other = makeBudget();
  expect(await budget.check(workspaceId)).toBe('ok');
  other.record(use(500, 500, 0));
  await other.close();
  await changeSettings(pool, workspaceId, { modelBudget: { dailyTokens: 1_000 } });
  expect(await budget.check(workspaceId)).toBe('ok');
  now += 3_000;
  expect(await budget.check(workspaceId)).toBe('over');
});

it('many processes that count at once lose nothing', async () => {
  const budgets = Array.from({ length: 4 }, () => makeBudget());
  const turnId = await addTurn();
  for (let round = 0; round < 25; round++) {
    for (const one of budgets) one.record(use(1, 1, 1, turnId));
    await Promise.all(budgets.map((one) => one.today(workspaceId)));
  }
  expect(await budget.today(workspaceId)).toMatchObject({
    inputTokens: 100,
    outputTokens: 100,
    costUsd: 0.0001,
  });
});

it('what the database could not take is kept, and counts', async () => {
  const dead = new pg.Pool({ connectionString: database.url });
  const cut = makeBudget(dead);
  await limit({ dailyTokens: 10 });
  expect(await cut.check(workspaceId)).toBe('ok');
  await dead.end();
  cut.record(use(5, 5, 5));
  await cut.close();
  expect(await cut.check(workspaceId)).toBe('over');
});

async function addTurn(): Promise<string> {
  const id = crypto.randomUUID();
  await pool.query(
    `with agent as (
       insert into agents (id, workspace_id, name, instructions, greeting, tone, language, model, allowed_origins, widget)
       values ($1, $2, 'Ada', '', '', 'brief', 'en', '{}', '[]', '{}')
     ), visitor as (insert into visitors (id, workspace_id, agent_id) values ($1, $2, $1)
     ), conversation as (
       insert into conversations (id, workspace_id, agent_id, visitor_id) values ($1, $2, $1, $1)
     )
     insert into turns (id, workspace_id, conversation_id, fence, state, owner, lease_until)
     values ($1, $2, $1, 1, 'done', 'me', now())`,
    [id, workspaceId],
  );
  return id;
}
