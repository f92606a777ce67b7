import { afterAll, beforeAll, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { rounds } from '../../../tests/harness/rounds.ts';
import { scriptedModel } from '../../../tests/harness/scripted-model.ts';
import type { VisitorClient } from '../../../tests/harness/visitor-client.ts';
import type { Lead } from '../../contract/lead.ts';

let house: Harness;
let agentId: string;
let actionId: string;

const settings = {
  fields: [
    { name: 'name', type: 'name' },
    { name: 'email', type: 'email', required: true },
    { name: 'company', type: 'company' },
  ],
  consent: 'We write to you once.',
  keepPartial: true,
};

beforeAll(async () => {
  const model = scriptedModel((call) =>
    call.prompt.at(-1)?.role === 'tool' ? [{ say: 'Here.' }] : [{ call: 'quote', input: {} }],
  );
  house = await Harness.start({ model });
  agentId = (await house.createAgent()).id;
  actionId = (await house.createAction(agentId, { kind: 'lead-form', name: 'Quote', settings })).id;
});
afterAll(() => house.close());

async function openForm(): Promise<{ visitor: VisitorClient; form: string }> {
  const visitor = await house.visit(agentId);
  await visitor.ask('a quote, please');
  const form = (await visitor.list()).findLast(({ card }) => card)?.id;
  if (!form) throw new Error('no form was shown');
  return { visitor, form };
}

async function leave(values: Record<string, string>): Promise<VisitorClient> {
  const { visitor, form } = await openForm();
  const answer = await visitor.useCard(form, 'submit', values);
  if (!answer.ok) throw new Error(await answer.text());
  return visitor;
}

const listLeads = async () =>
  (await house.api<{ items: Lead[] }>('GET', '/api/v1/leads?limit=100')).body.items;
const leadOf = async (email: string) => (await listLeads()).filter(({ values }) => values.email === email);

it('the leads of one person are told as one, with the newest word for each field', async () => {
  await leave({ name: 'Ada', email: 'ada@example.com', company: 'Engines' });
  await leave({ name: 'Ada Lovelace', email: ' Ada@Example.com' });
  const found = (await listLeads()).filter(({ values }) => values.name === 'Ada Lovelace');
  expect(found).toMatchObject([
    { values: { email: 'Ada@Example.com', company: 'Engines' }, submissions: 2, state: 'complete' },
  ]);
  expect(Date.parse(found[0]?.firstAt ?? '')).toBeLessThan(Date.parse(found[0]?.createdAt ?? ''));
});

it('a visitor who is erased takes what they left, and no more', async () => {
  await leave({ name: 'Grace', email: 'grace@example.com', company: 'Navy' });
  const second = await leave({ name: 'Somebody', email: 'grace@example.com' });
  expect(await leadOf('grace@example.com')).toMatchObject([{ submissions: 2, values: { name: 'Somebody' } }]);
  const erased = await fetch(`${house.url}/widget/v1/me`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${second.session.token}` },
  });
  expect(erased.status).toBe(204);
  expect(await leadOf('grace@example.com')).toMatchObject([
    { submissions: 1, values: { name: 'Grace', company: 'Navy' } },
  ]);
});

it('a deleted lead is gone with all that it was made of', async () => {
  await leave({ email: 'gone@example.com', name: 'One' });
  await leave({ email: 'gone@example.com', name: 'Two' });
  const [lead] = await leadOf('gone@example.com');
  expect((await house.api('DELETE', `/api/v1/leads/${lead?.id}`)).status).toBe(204);
  expect(await leadOf('gone@example.com')).toEqual([]);
});

it('what was typed is kept as partial, without what is wrong, and becomes the lead once it is sent', async () => {
  const { visitor, form } = await openForm();
  const draft = async (values: Record<string, string>) => {
    const answer = await visitor.useCard(form, 'draft', values);
    expect(await answer.json()).toMatchObject({ card: { state: 'offered' } });
  };
  await draft({ name: 'Mary', email: 'mary@' });
  await draft({ name: 'Mary', email: 'mary@example.com' });
  expect(await leadOf('mary@example.com')).toMatchObject([{ state: 'partial', values: { name: 'Mary' } }]);
  const calls = await house.pool.query('select from calls where key = $1', [`lead:${form}`]);
  expect(calls.rowCount).toBe(0);
  await visitor.useCard(form, 'submit', { name: 'Mary S', email: 'mary@example.com' });
  expect(await leadOf('mary@example.com')).toMatchObject([{ state: 'complete', values: { name: 'Mary S' } }]);
  expect((await visitor.useCard(form, 'draft', { email: 'late@example.com' })).status).toBe(409);
  expect(await leadOf('late@example.com')).toEqual([]);
});

it('a form that does not keep what is typed refuses it', async () => {
  const quiet = await house.createAgent();
  await house.createAction(quiet.id, {
    kind: 'lead-form',
    name: 'Quote',
    settings: { ...settings, keepPartial: false },
  });
  const visitor = await house.visit(quiet.id);
  await visitor.ask('a quote, please');
  const form = (await visitor.list()).findLast(({ card }) => card)?.id ?? '';
  expect((await visitor.useCard(form, 'draft', { email: 'no@example.com' })).status).toBe(409);
  expect(await leadOf('no@example.com')).toEqual([]);
});

it('each wording that was agreed to has a number, and an old one its old', async () => {
  const consent = async (wording: string) => {
    await house.api('PATCH', `/api/v1/actions/${actionId}`, { settings: { ...settings, consent: wording } });
    const email = `${crypto.randomUUID()}@example.com`;
    await leave({ email });
    return (await leadOf(email))[0];
  };
  const first = await consent('We write to you once.');
  const second = await consent('We write to you every week.');
  expect(second).toMatchObject({
    consent: 'We write to you every week.',
    consentVersion: (first?.consentVersion ?? 0) + 1,
  });
  expect(await consent('We write to you once.')).toMatchObject({ consentVersion: first?.consentVersion });
});

it('many posts at once, repeats among them, are one lead a form', async () => {
  const posts = rounds(200, 4_000);
  const forms = await Promise.all(Array.from({ length: 20 }, openForm));
  let next = 0;
  const post = async () => {
    for (let number = next++; number < posts; number = next++) {
      const index = number % forms.length;
      const { visitor, form } = forms[index] as (typeof forms)[number];
      const answer = await visitor.useCard(form, 'submit', { email: `crowd-${index}@example.com` });
      expect(answer.status).toBe(200);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: 50 }, post));
  const { rows } = await house.pool.query(
    `select values ->> 'email' as email, count(*)::int from leads where values ->> 'email' like 'crowd-%' group by 1`,
  );
  expect(rows).toHaveLength(forms.length);
  expect(rows.filter(({ count }) => count !== 1)).toEqual([]);
});

it('finds people by anything that they wrote, also before, and shows them as they are now', async () => {
  await leave({ name: 'Ödön Ásgeirsson', email: 'odon@example.com', company: 'Geysir "100%" \\ Co' });
  await leave({ name: 'Ödön', email: 'odon@example.com', company: 'Katla' });
  await leave({ name: 'Nobody', email: 'nobody@example.com' });
  const find = async (q: string) =>
    (await house.api<{ items: Lead[] }>('GET', `/api/v1/leads?${new URLSearchParams({ q })}`)).body.items;
  const now = [{ submissions: 2, values: { name: 'Ödön', company: 'Katla' } }];
  for (const q of ['ÖDÖN', 'ásgeir', 'ODON@', 'geysir "100%" \\', 'katla']) {
    const found = await find(q);
    expect([q, found]).toMatchObject([q, now]);
    expect(found).toHaveLength(1);
  }
  for (const q of ['100_', '%%', 'Gey_ir', "'; drop table leads; --"]) expect(await find(q)).toEqual([]);
  const [lead] = await find('katla');
  expect((await house.api('GET', `/api/v1/leads/${lead?.id}`)).body).toEqual(lead);
  const old = await house.pool.query(`select id from leads where values ->> 'company' like 'Geysir%'`);
  expect((await house.api('GET', `/api/v1/leads/${old.rows[0].id}`)).body).toEqual(lead);
});
