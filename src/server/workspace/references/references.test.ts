import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import type { Reference } from '../../../contract/actions/reference.ts';
import { removeConnection } from './remove-connection.ts';

let house: Harness;
let workspaceId: string;
let agentId: string;

beforeAll(async () => {
  house = await Harness.start();
  agentId = (await house.createAgent()).id;
  const { rows } = await house.pool.query<{ id: string }>('select id from workspaces');
  workspaceId = rows[0]?.id ?? '';
  for (const [id, kind] of [
    ['first', 'calendly'],
    ['second', 'calendly'],
    ['third', 'cal'],
  ])
    await house.pool.query(
      `insert into connections (id, workspace_id, kind, name, state) values ($1, $2, $3, $1, 'connected')`,
      [id, workspaceId, kind],
    );
  await house.pool.query(
    `insert into actions (id, workspace_id, agent_id, kind, name, enabled, guidance, settings, archived_at)
     values ('booking', $1, $2, 'calendly', 'Book', true, '{}', '{"connectionId": "first"}', null),
       ('linked', $1, $2, 'cal', 'Link', true, '{}', '{"connectionId": null}', null),
       ('old', $1, $2, 'calendly', 'Old', true, '{}', '{"connectionId": "first"}', now())`,
    [workspaceId, agentId],
  );
});
afterAll(() => house.close());

const remove = (id: string, replaceWith?: string) =>
  removeConnection(house.pool, workspaceId, id, replaceWith);

it('what uses a connection is told', async () => {
  const path = '/api/v1/connections/first/references';
  const { body } = await house.api<{ items: Reference[] }>('GET', path);
  expect(body.items).toEqual([{ type: 'action', id: 'booking', name: 'Book', agentId, blocks: true }]);
  expect((await house.api('GET', '/api/v1/connections/none/references')).status).toBe(404);
});

it('a connection in use stays, unless another one of its kind takes its place', async () => {
  await expect(remove('first')).rejects.toMatchObject({
    code: 'in_use',
    details: [{ path: 'actions.booking', message: 'Book uses it' }],
  });
  for (const unfit of ['third', 'none', 'first'])
    await expect(remove('first', unfit)).rejects.toMatchObject({ code: 'invalid' });
  await expect(remove('none')).rejects.toMatchObject({ code: 'not_found' });
  await remove('first', 'second');
  const { rows } = await house.pool.query(
    `select id, settings ->> 'connectionId' as connection, version from actions order by id`,
  );
  expect(rows).toEqual([
    { id: 'booking', connection: 'second', version: 2 },
    { id: 'linked', connection: null, version: 1 },
    { id: 'old', connection: 'second', version: 2 },
  ]);
  await remove('third');
  expect((await house.pool.query('select id from connections')).rows).toEqual([{ id: 'second' }]);
});
