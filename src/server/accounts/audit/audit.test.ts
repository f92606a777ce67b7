import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { PASSWORD, PersonClient, readLink, setUp } from '../../../../tests/harness/person-client.ts';
import type { AuditEntry } from '../../../contract/accounts/audit.ts';

let house: Harness;
let owner: PersonClient;
const lines: string[] = [];

beforeAll(async () => {
  house = await Harness.start({ onLogLine: (line) => lines.push(line) });
  owner = await setUp(house);
});
afterAll(() => house.close());

const readLog = async () =>
  (await owner.call<{ items: AuditEntry[] }>('GET', '/api/v1/audit')).body.items.toReversed();

it('tells of coming and going, of what failed, and of passwords, and holds none', async () => {
  const seen = (await readLog()).length;
  const next = 'another password that is long';
  const laptop = new PersonClient(house.url, owner.email);
  await laptop.signIn('not the right password');
  await new PersonClient(house.url, 'nobody@example.com').signIn();
  await laptop.signIn();
  await laptop.call('POST', '/api/v1/me/password', { current: PASSWORD, password: next });
  await laptop.call('POST', '/api/v1/sign-out');
  await owner.call('POST', '/api/v1/password/forgotten', { email: owner.email });
  const token = readLink(house, owner.email, 'reset-password?token=');
  await owner.call('POST', '/api/v1/password/reset', { token, password: PASSWORD });
  await owner.signIn();
  const told = (await readLog()).slice(seen);
  expect(told.map(({ action }) => action)).toEqual([
    ...['sign-in-failed', 'signed-in', 'password-changed', 'signed-out', 'password-reset', 'signed-in'],
  ]);
  expect(new Set(told.map(({ actor }) => actor.name))).toEqual(new Set(['Ingrid Berg']));
  const { rows } = await house.pool.query('select * from audit_log');
  for (const secret of [PASSWORD, next, token]) expect(JSON.stringify([rows, lines])).not.toContain(secret);
});

it('says that a visitor was answered, and not with which words: those can be erased, and the log cannot', async () => {
  const { id } = await house.createAgent();
  const visitor = await house.visit(id);
  await visitor.ask('Hello?');
  const { conversationId } = visitor.session;
  const reply = { clientId: crypto.randomUUID(), text: 'words for Mrs. Visitor' };
  const answered = await owner.call('POST', `/api/v1/conversations/${conversationId}/replies`, reply);
  expect(answered.status).toBe(201);
  const [last] = (await readLog()).slice(-1);
  expect(last).toMatchObject({ target: conversationId, change: null, actor: { type: 'person' } });
  const { rows } = await house.pool.query('select * from audit_log');
  expect(JSON.stringify(rows)).not.toContain(reply.text);
});

it('that cannot be written does not make a change fail, or happen twice', async () => {
  await house.pool.query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'full'; end $$;
    create trigger refuse_all before insert on audit_log for each row execute function refuse()`);
  const headers = { 'idempotency-key': 'make-one' };
  const make = () => owner.call<{ id: string }>('POST', '/api/v1/agents', { name: 'Once' }, headers);
  const [first, again] = [await make(), await make()];
  await house.pool.query('drop trigger refuse_all on audit_log');
  expect([first.status, again.body]).toEqual([201, first.body]);
  const { rows } = await house.pool.query(`select id from agents where name = 'Once'`);
  expect(rows).toHaveLength(1);
  expect(lines.filter((line) => line.includes('the audit log missed something'))).toHaveLength(1);
});
