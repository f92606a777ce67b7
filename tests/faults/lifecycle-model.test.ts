import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeConnection } from '../../src/server/workspace/references/remove-connection.ts';
import { Harness } from '../harness/harness.ts';
import { rounds } from '../harness/rounds.ts';

/**
 * In no order of making, editing, archiving, restoring, deleting, replacing and copying is there an action that is enabled, not
 * archived, and refers to something that is not there; also when two of these happen at once.
 */
let house: Harness;

beforeAll(async () => {
  house = await Harness.start();
});
afterAll(() => house.close());

/** What was made in this run; some of it is gone again. */
interface Made {
  workspaceId: string;
  agents: string[];
  actions: string[];
  /** Steps that were taken, and those that were refused: a run in which all is refused proves nothing. */
  taken: Record<string, number>;
}

/** A step, on whatever stands at this place of the list of its kind. */
interface Step {
  name: keyof typeof steps;
  at: number;
  other: number;
}

const NAMES = ['KEY_A', 'KEY_B', 'KEY_C'];
const CONNECTIONS = ['link-a', 'link-b', 'link-c'];

const steps = {
  makeAgent: async (made: Made) => {
    made.agents.push((await house.createAgent()).id);
    return 201;
  },
  deleteAgent: ({ agents }: Made, { at }: Step) => call('DELETE', `/agents/${pick(agents, at)}`),
  makeAction: async (made: Made, { at, other }: Step) => {
    const path = `/api/v1/agents/${pick(made.agents, at)}/actions`;
    const { status, body } = await house.api<{ id: string }>('POST', path, action(pick(NAMES, other)));
    if (status === 201) made.actions.push(body.id);
    return status;
  },
  makeDisabledAction: async (made: Made, { at, other }: Step) => {
    const path = `/api/v1/agents/${pick(made.agents, at)}/actions`;
    const values = { ...action(pick(NAMES, other)), enabled: false };
    const { status, body } = await house.api<{ id: string }>('POST', path, values);
    if (status === 201) made.actions.push(body.id);
    return status;
  },
  editAction: ({ actions }: Made, { at, other }: Step) =>
    call('PATCH', `/actions/${pick(actions, at)}`, { settings: action(pick(NAMES, other)).settings }),
  enableAction: ({ actions }: Made, { at }: Step) =>
    call('PATCH', `/actions/${pick(actions, at)}`, { enabled: true }),
  disableAction: ({ actions }: Made, { at }: Step) =>
    call('PATCH', `/actions/${pick(actions, at)}`, { enabled: false }),
  archiveAction: ({ actions }: Made, { at }: Step) => call('DELETE', `/actions/${pick(actions, at)}`),
  restoreAction: ({ actions }: Made, { at }: Step) => call('POST', `/actions/${pick(actions, at)}/restore`),
  deleteAction: ({ actions }: Made, { at }: Step) =>
    call('DELETE', `/actions/${pick(actions, at)}?permanent=true`),
  copyAction: async (made: Made, { at, other }: Step) => {
    const { status, body } = await house.api<{ id: string }>(
      'POST',
      `/api/v1/actions/${pick(made.actions, at)}/copy`,
      { agentId: pick(made.agents, other) },
    );
    if (status === 201) made.actions.push(body.id);
    return status;
  },
  putSecret: (_: Made, { at }: Step) =>
    call('PUT', `/secrets/${pick(NAMES, at)}`, { value: 'a-secret-value', hosts: ['api.example'] }),
  deleteSecret: (_: Made, { at }: Step) => call('DELETE', `/secrets/${pick(NAMES, at)}`),
  replaceSecret: (_: Made, { at, other }: Step) =>
    call('DELETE', `/secrets/${pick(NAMES, at)}?replaceWith=${pick(NAMES, other)}`),
  makeConnection: async ({ workspaceId }: Made, { at }: Step) => {
    await house.pool.query(
      `insert into connections (id, workspace_id, kind, name, state) values ($1, $2, 'calendly', 'x', 'connected')
       on conflict do nothing`,
      [pick(CONNECTIONS, at), workspaceId],
    );
    return 201;
  },
  // No kind that is built in has a connection yet: an archived action gets one, and shows with its return whether it is looked at.
  connectAction: async ({ actions }: Made, { at, other }: Step) => {
    const { rowCount } = await house.pool.query(
      `update actions set settings = settings || jsonb_build_object('connectionId', $2::text)
       where id = $1 and archived_at is not null`,
      [pick(actions, at), pick(CONNECTIONS, other)],
    );
    return rowCount ? 200 : 409;
  },
  deleteConnection: ({ workspaceId }: Made, { at }: Step) =>
    statusOf(removeConnection(house.pool, workspaceId, pick(CONNECTIONS, at))),
  replaceConnection: ({ workspaceId }: Made, { at, other }: Step) =>
    statusOf(removeConnection(house.pool, workspaceId, pick(CONNECTIONS, at), pick(CONNECTIONS, other))),
} satisfies Record<string, (made: Made, step: Step) => Promise<number>>;

const step: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom(...(Object.keys(steps) as Step['name'][])),
  at: fc.nat({ max: 5 }),
  other: fc.nat({ max: 5 }),
});

it('nothing that is enabled refers to something that is not there', {
  timeout: rounds(60_000, 1_200_000),
}, async () => {
  const { rows } = await house.pool.query<{ id: string }>('select id from workspaces');
  const workspaceId = rows[0]?.id ?? '';
  const taken: Record<string, number> = {};
  // Each group happens at once.
  const groups = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(groups, async (run) => {
      await house.pool.query('truncate agents, actions, secrets, connections cascade');
      const made: Made = { workspaceId, taken, agents: [], actions: [] };
      for (const name of ['makeAgent', 'putSecret', 'makeConnection', 'makeAction', 'makeAction'] as const)
        await take(made, { name, at: 0, other: 0 });
      for (const group of run) {
        await Promise.all(group.map((one) => take(made, one)));
        expect(await findDangling()).toEqual([]);
      }
    }),
    { numRuns: rounds(20, 1_000), endOnFailure: rounds(1, 0) === 1 },
  );
  // The steps were taken, and not only tried: in a few runs most of them, in many each.
  const never = Object.keys(steps).filter((name) => !taken[name]);
  expect(never.length, never.join()).toBeLessThan(rounds(6, 1));
});

async function take(made: Made, one: Step): Promise<void> {
  const status = await steps[one.name](made, one);
  expect([200, 201, 204, 404, 409, 422]).toContain(status);
  if (status < 300) made.taken[one.name] = (made.taken[one.name] ?? 0) + 1;
}

/** Asked of the tables, by no code of the product. */
async function findDangling(): Promise<unknown[]> {
  const { rows } = await house.pool.query<{ id: string; settings: Record<string, unknown> }>(
    `select actions.id, settings from actions where enabled and archived_at is null`,
  );
  const secrets = await house.pool.query<{ name: string }>('select name from secrets');
  const connections = await house.pool.query<{ id: string }>('select id from connections');
  const known = new Set([...secrets.rows.map(({ name }) => name), ...connections.rows.map(({ id }) => id)]);
  return rows.filter(({ settings }) => {
    const wanted = NAMES.filter((name) => JSON.stringify(settings).includes(`{{secrets.${name}}}`));
    if (typeof settings.connectionId === 'string') wanted.push(settings.connectionId);
    return wanted.some((name) => !known.has(name));
  });
}

function action(secret: string) {
  const headers = [{ name: 'X-Key', value: `{{secrets.${secret}}}` }];
  return {
    kind: 'http',
    name: 'send',
    settings: { request: { url: 'https://api.example/send', headers } },
  };
}

async function call(method: string, path: string, body?: unknown): Promise<number> {
  return (await house.api(method, `/api/v1${path}`, body)).status;
}

async function statusOf(work: Promise<void>): Promise<number> {
  const codes: Record<string, number> = { not_found: 404, in_use: 409, invalid: 422 };
  return work.then(
    () => 204,
    (error: { code: string }) => codes[error.code] ?? 500,
  );
}

function pick(list: readonly string[], at: number): string {
  return list[at % Math.max(1, list.length)] ?? 'nothing';
}
