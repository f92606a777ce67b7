import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { type PersonClient, setUp } from '../../../../tests/harness/person-client.ts';
import type { AuditCheck, AuditEntry } from '../../../contract/accounts/audit.ts';
import { hashEntry } from './hash-entry.ts';
import { AUDIT_COLUMNS, type AuditRow, toAuditEntry } from './list-audit.ts';

/** The set-up, and the agents that are made after it. */
const ROWS = 10;

let house: Harness;
let owner: PersonClient;
let workspaceId: string;

/** Somebody who may do everything in the database, knows how the log is made, and has no key of the server. */
const attack = (statement: string) => house.pool.query(statement);
const check = async () => (await owner.call<AuditCheck>('GET', '/api/v1/audit/check')).body;
const readLog = async () =>
  (await owner.call<{ items: AuditEntry[] }>('GET', '/api/v1/audit')).body.items.toReversed();
const write = () => owner.call('POST', '/api/v1/agents', { name: 'One more' });

beforeAll(async () => {
  house = await Harness.start();
  owner = await setUp(house);
  for (let row = 1; row < ROWS; row++) await owner.call('POST', '/api/v1/agents', { name: `Agent ${row}` });
  workspaceId = (await house.pool.query('select id from workspaces')).rows[0].id;
  await attack('alter table audit_log disable trigger user');
  await attack('alter table audit_heads disable trigger user');
  await attack('create table log_as_it_was as table audit_log');
  await attack('create table heads_as_they_were as table audit_heads');
});
afterEach(async () => {
  await attack('delete from audit_log');
  await attack('delete from audit_heads');
  await attack('insert into audit_log table log_as_it_was');
  await attack('insert into audit_heads table heads_as_they_were');
  expect(await check()).toEqual({ rows: ROWS, problem: null, brokenAt: null, sealedFrom: 1 });
});
afterAll(() => house.close());

/** From a row on, as if it had always been so. */
async function rewriteFrom(first: number): Promise<void> {
  const { rows } = await house.pool.query<AuditRow>(`select ${AUDIT_COLUMNS} from audit_log order by seq`);
  let previous = '';
  for (const row of rows) {
    const entry = { ...toAuditEntry(row), workspaceId };
    previous = entry.seq < first ? row.hash : hashEntry(previous, entry);
    await house.pool.query('update audit_log set hash = $2 where seq = $1', [entry.seq, previous]);
  }
}

it.each<[string, string, Partial<AuditCheck>]>([
  ['its last rows cut off', 'delete from audit_log where seq > 7', { problem: 'cut', brokenAt: 8, rows: 7 }],
  ['all rows cut off', 'delete from audit_log', { problem: 'cut', brokenAt: 1, rows: 0 }],
  [
    'a row changed',
    `update audit_log set change = '{"name": "Other"}' where seq = 6`,
    { problem: 'changed', brokenAt: 6, rows: 5 },
  ],
  [
    'the last row changed',
    `update audit_log set actor_name = 'Somebody' where seq = 10`,
    { problem: 'changed', brokenAt: 10 },
  ],
  [
    'two rows swapped',
    'update audit_log set seq = -seq where seq in (4, 6); update audit_log set seq = 10 + seq where seq in (-4, -6)',
    { problem: 'changed', brokenAt: 4, rows: 3 },
  ],
  [
    'a row taken out of the middle',
    'delete from audit_log where seq in (5, 6)',
    { problem: 'missing', brokenAt: 5, rows: 4 },
  ],
  [
    'its last rows cut off, and its end said to be there',
    `delete from audit_log where seq > 7;
     update audit_heads set seq = 7, hash = (select hash from audit_log where seq = 7)`,
    { problem: 'wrong-seal', sealedFrom: null },
  ],
  [
    'everything taken away, with the seal',
    'delete from audit_log; delete from audit_heads',
    { problem: 'no-seal', rows: 0, sealedFrom: null },
  ],
  [
    'its seal taken for a later one',
    'update audit_heads set sealed_from = 5',
    { problem: 'wrong-seal', sealedFrom: null },
  ],
])('names what is wrong with a log that has %s', async (_, statement, wrong) => {
  await attack(statement);
  expect(await check()).toMatchObject(wrong);
});

it('names a log that was written anew from a row on, as far as can be told', async () => {
  await attack(`update audit_log set change = '{"name": "Other"}' where seq = 6`);
  await rewriteFrom(6);
  expect(await check()).toMatchObject({ problem: 'rewritten', brokenAt: null, rows: ROWS });
});

it('names rows that Bellhop has not written', async () => {
  await attack(`insert into audit_log (workspace_id, seq, at, actor_type, actor_name, action, summary, hash)
    select workspace_id, 11, at, 'system', 'x', 'x', 'x', '' from audit_log where seq = 10`);
  await rewriteFrom(11);
  expect(await check()).toMatchObject({ problem: 'added', brokenAt: 11 });
});

it('goes on after rows were cut off, and never closes the gap', async () => {
  await attack('delete from audit_log where seq > 7');
  await write();
  expect((await readLog()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 11]);
  expect(await check()).toMatchObject({ problem: 'missing', brokenAt: 8, rows: 7 });
});

it.each([
  ['taken away', 'delete from audit_heads'],
  ['forged', `update audit_heads set seq = 7, seal = 'x'`],
])(
  'a seal that was %s is not made anew unseen: the log tells of it, and from where on it is proved',
  async (_, statement) => {
    await attack('delete from audit_log where seq > 7');
    await attack(statement);
    await write();
    expect((await readLog()).slice(7)).toMatchObject([
      { seq: 8, action: 'log-sealed', actor: { type: 'system' }, change: { rowsBefore: 7 } },
      { seq: 9, action: 'post /api/v1/agents' },
    ]);
    // Nor is it ever called whole again.
    expect(await check()).toEqual({ rows: 9, problem: 'sealed-again', brokenAt: 8, sealedFrom: 8 });
  },
);

it('rows of a version that seals nothing, which runs beside this one, are taken in, and told of', async () => {
  await attack(`insert into audit_log (workspace_id, seq, at, actor_type, actor_name, action, summary, hash)
    select workspace_id, 11, at, 'system', 'x', 'x', 'x', '' from audit_log where seq = 10`);
  await rewriteFrom(11);
  await write();
  expect((await readLog()).map(({ action }) => action).slice(-3)).toEqual([
    ...['x', 'log-sealed', 'post /api/v1/agents'],
  ]);
  expect(await check()).toMatchObject({ problem: 'sealed-again', brokenAt: 12, sealedFrom: 12 });
});

it('a log that was taken away with its seal is no new one', async () => {
  await attack('delete from audit_log; delete from audit_heads');
  await write();
  expect(await check()).toEqual({ rows: 2, problem: 'sealed-again', brokenAt: 1, sealedFrom: 1 });
});
