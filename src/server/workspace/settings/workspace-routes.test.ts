import { OpenAPIHono } from '@hono/zod-openapi';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainVault } from '../../../../tests/harness/plain-vault.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/setup/test-database.ts';
import { ModelBudget } from '../../agent/budget/model-budget.ts';
import { answerError } from '../../platform/http/answer-error.ts';
import { createLog } from '../../platform/log.ts';
import { workspaceRoutes } from './workspace-routes.ts';

const log = createLog('silent');
const app = new OpenAPIHono();
let database: TestDatabase;
let pool: pg.Pool;
let budget: ModelBudget;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await pool.query("insert into workspaces (id, name) values ('mine', 'Shop'), ('other', 'Other')");
  budget = new ModelBudget({ pool, log });
  app.onError((error, context) => answerError(log)(error, context));
  const unused = () => Promise.reject(new Error('nobody else calls these'));
  const authenticators = {
    public: unused,
    visitor: unused,
    workspace: async () => ({ workspaceId: 'mine', name: 'The team', permissions: new Set<never>() }),
    person: async () => Promise.reject(new Error('nobody')),
  };
  const idempotency = { accesses: [], pool, vault: plainVault, onError: () => {}, scopeOf: () => null };
  for (const route of workspaceRoutes({ pool, budget })) route.mount(app, { authenticators, idempotency });
});
afterAll(async () => {
  await budget.close();
  await pool.end();
  await database.drop();
});

async function call(method: 'GET' | 'PATCH', body?: unknown) {
  const response = await app.request('/api/v1/workspace', {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return { status: response.status, body: await response.json() };
}

it('the workspace tells its limits and the use of today, and a new limit counts at once', async () => {
  expect(await call('GET')).toMatchObject({
    status: 200,
    body: {
      id: 'mine',
      name: 'Shop',
      modelBudget: { dailyCostUsd: null, dailyTokens: null },
      usageToday: { inputTokens: 0, outputTokens: 0, costUsd: 0 },
    },
  });
  const use = { workspaceId: 'mine', turnId: undefined, model: 'openai/fake' };
  budget.record({ ...use, inputTokens: 70, outputTokens: 30, costMicros: 1_500 });
  expect(await budget.check('mine')).toBe('ok');
  const changed = await call('PATCH', { modelBudget: { dailyCostUsd: 0.001 } });
  expect(changed.body).toMatchObject({
    modelBudget: { dailyCostUsd: 0.001, dailyTokens: null },
    usageToday: { inputTokens: 70, outputTokens: 30, costUsd: 0.0015 },
  });
  expect(await budget.check('mine')).toBe('over');
  expect(await budget.check('other')).toBe('ok');
  await call('PATCH', { modelBudget: { dailyCostUsd: null } });
  expect(await budget.check('mine')).toBe('ok');
});

it.each([
  [{}],
  [{ name: '' }],
  [{ modelBudget: { dailyCostUsd: -1 } }],
  [{ modelBudget: { dailyTokens: 1.5 } }],
  [{ modelBudget: { monthly: 5 } }],
])('%j is no change, and is refused', async (body) => {
  expect((await call('PATCH', body)).status).toBe(422);
});
