import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Harness } from '../../../../tests/harness/harness.ts';
import { lastWords, scriptedModel } from '../../../../tests/harness/scripted-model.ts';
import { StubApi } from '../../../../tests/harness/stub-api.ts';
import { waitFor } from '../../../../tests/harness/wait-for.ts';
import type { Action, ReturnedAction } from '../../../contract/action.ts';
import type { Reference } from '../../../contract/actions/reference.ts';
import type { Call } from '../../../contract/call.ts';
import { actionArchive } from './archive.ts';

let stub: StubApi;
let house: Harness;
let agentId: string;
/** Called while the model "thinks", with the tools that it was offered. */
let onThought: (tools: string[]) => Promise<void> | void = () => {};

beforeAll(async () => {
  stub = await StubApi.start({});
  // "TOOL" calls that tool, when it is offered.
  const model = scriptedModel((call) => {
    const [tool = ''] = lastWords(call).split(' ');
    if (call.prompt.at(-1)?.role === 'tool') return [{ say: 'Done so far.' }];
    const offered = call.tools?.find(({ name }) => name === tool);
    const input = JSON.stringify(offered ?? '').includes('"reason"') ? { reason: 'asked for' } : {};
    return offered ? [{ call: tool, input }] : [{ say: 'Hm.' }];
  });
  const stream = model.doStream.bind(model);
  model.doStream = async (call) => {
    await onThought((call.tools ?? []).map(({ name }) => name));
    return stream(call);
  };
  house = await Harness.start({ model, egressAllow: stub.host });
});
afterAll(async () => {
  await house.close();
  await stub.close();
});
beforeEach(async () => {
  onThought = () => {};
  agentId = (await house.createAgent({ language: 'en' })).id;
});

const api = <Answer = unknown>(method: string, path: string, body?: unknown) =>
  house.api<Answer>(method, `/api/v1${path}`, body);
const button = { kind: 'button', name: 'prices', settings: { text: 'x', url: 'https://a.example/' } };
const send = (secret?: string, method = 'POST') => ({
  kind: 'http',
  name: 'send',
  confirm: false,
  settings: {
    request: {
      ...{ method, url: `${stub.url}/send` },
      headers: secret ? [{ name: 'X-Key', value: `{{secrets.${secret}}}` }] : [],
    },
  },
});
const putSecret = (name: string, hosts = ['127.0.0.1', 'api.example']) =>
  api('PUT', `/secrets/${name}`, { value: 'a-secret-value', hosts });
const names = async (query = '') =>
  (await api<{ items: Action[] }>('GET', `/agents/${agentId}/actions${query}`)).body.items.map(
    ({ name }) => name,
  );

describe('an archived action', () => {
  it('is in the archive, is offered no more, cannot be edited, and comes back as it was', async () => {
    const action = await house.createAction(agentId, button);
    expect((await api('DELETE', `/actions/${action.id}`)).status).toBe(204);
    expect([await names(), await names('?archived=true')]).toEqual([[], ['prices']]);
    const visitor = await house.visit(agentId);
    await visitor.ask('prices');
    expect((await visitor.list()).some((entry) => entry.card)).toBe(false);
    const edit = await api('PATCH', `/actions/${action.id}`, { name: 'other' });
    expect(edit).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('Restore') } },
    });
    const { status, body } = await api<ReturnedAction>('POST', `/actions/${action.id}/restore`);
    expect({ status, ...body }).toMatchObject({
      status: 200,
      name: 'prices',
      archivedAt: null,
      enabled: true,
      missing: [],
    });
    await visitor.ask('prices');
    expect((await visitor.list()).some((entry) => entry.card)).toBe(true);
  });

  it('is not called by a turn that was under way', async () => {
    const action = await house.createAction(agentId, send());
    onThought = async () => {
      onThought = () => {};
      await api('DELETE', `/actions/${action.id}`);
    };
    const visitor = await house.visit(agentId);
    const before = stub.requests.length;
    await visitor.ask('send');
    expect(stub.requests.length).toBe(before);
    expect((await api<{ items: Call[] }>('GET', `/calls?actionId=${action.id}`)).body.items).toEqual([]);
  });

  it('is not shown by a turn that was under way: the turn begins anew without it', async () => {
    const action = await house.createAction(agentId, button);
    const offers: string[][] = [];
    onThought = async (tools) => {
      offers.push(tools);
      if (offers.length === 1) await api('DELETE', `/actions/${action.id}`);
    };
    const visitor = await house.visit(agentId);
    await visitor.ask('prices');
    expect((await visitor.list()).map((entry) => entry.text ?? entry.card)).toEqual(['prices', 'Hm.']);
    expect(offers.at(-1)).toEqual([]);
  });

  it('closes what it asked of visitors, on their screens too', async () => {
    const action = await house.createAction(agentId, { ...send(), confirm: true });
    const visitor = await house.visit(agentId);
    await visitor.ask('send');
    await visitor.follow();
    const card = await visitor.entry((entry) => entry.card?.kind === 'confirmation');
    const waits = await api<{ items: Reference[] }>('GET', `/actions/${action.id}/references`);
    expect(waits.body.items).toEqual([
      { type: 'wait', id: visitor.session.conversationId, name: 'send', agentId, blocks: false },
    ]);
    await api('DELETE', `/actions/${action.id}`);
    await visitor.entry(({ id, card: now }) => id === card.id && now?.state === 'expired');
    expect((await visitor.useCard(card.id, 'confirm')).status).toBe(409);
    const calls = await api<{ items: Call[] }>('GET', `/calls?actionId=${action.id}`);
    expect(calls.body.items).toMatchObject([{ state: 'failed', error: 'archived' }]);
    await api('POST', `/actions/${action.id}/restore`);
    expect((await visitor.useCard(card.id, 'confirm')).status).toBe(409);
  });

  it('cannot be restored after 30 days, nor once its agent is gone', async () => {
    const action = await house.createAction(agentId, button);
    await api('DELETE', `/actions/${action.id}`);
    await house.pool.query(`update actions set archived_at = now() - interval '31 days' where id = $1`, [
      action.id,
    ]);
    const late = await api('POST', `/actions/${action.id}/restore`);
    expect(late).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('30 days') } },
    });
    await actionArchive(house.pool).purge();
    expect((await api('GET', `/actions/${action.id}`)).status).toBe(404);
    const other = await house.createAction(agentId, button);
    expect((await api('DELETE', `/agents/${agentId}`)).status).toBe(204);
    expect((await api<Action>('GET', `/actions/${other.id}`)).body.archivedAt).not.toBeNull();
    const orphan = await api('POST', `/actions/${other.id}/restore`);
    expect(orphan).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining('agent') } },
    });
  });

  it('deleted for good leaves conversations, leads and the ledger readable', async () => {
    const form = await house.createAction(agentId, { kind: 'lead-form', name: 'quote', settings: {} });
    const call = await house.createAction(agentId, send());
    const visitor = await house.visit(agentId);
    await visitor.ask('send');
    await visitor.ask('quote');
    const card = (await visitor.list()).find((entry) => entry.card);
    await visitor.useCard(card?.id ?? '', 'submit', { name: 'Ada', email: 'ada@example.com' });
    for (const { id } of [form, call]) {
      expect((await api('DELETE', `/actions/${id}?permanent=true`)).status).toBe(409);
      await api('DELETE', `/actions/${id}`);
      expect((await api('DELETE', `/actions/${id}?permanent=true`)).status).toBe(204);
      expect((await api('DELETE', `/actions/${id}?permanent=true`)).status).toBe(404);
    }
    expect((await visitor.list()).find(({ id }) => id === card?.id)?.card?.state).toBe('submitted');
    const calls = await api<{ items: Call[] }>('GET', `/calls?actionId=${call.id}`);
    expect(calls.body.items).toMatchObject([{ actionName: 'send', state: 'done' }]);
    const leads = await api<{ items: { actionId: string }[] }>('GET', '/leads');
    expect(leads.body.items.map(({ actionId }) => actionId)).toContain(form.id);
    await visitor.ask('anything');
    expect((await visitor.list()).at(-1)?.text).toBe('Hm.');
  });
});

describe('what an action refers to', () => {
  it('has to be there when it is saved, unless it is saved disabled', async () => {
    const refused = await api('POST', `/agents/${agentId}/actions`, send('ABSENT'));
    expect(refused).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringContaining('ABSENT'), details: [{ code: 'missing_secret' }] } },
    });
    expect(await names()).toEqual([]);
    const off = await house.createAction(agentId, { ...send('ABSENT'), enabled: false });
    expect((await api('PATCH', `/actions/${off.id}`, { enabled: true })).status).toBe(422);
    await putSecret('ABSENT');
    expect((await api('PATCH', `/actions/${off.id}`, { enabled: true })).status).toBe(200);
  });

  it('is told, keeps it from being deleted, and can be replaced by what fits', async () => {
    await putSecret('OLD_KEY');
    await putSecret('NEW_KEY');
    await putSecret('NARROW_KEY', ['api.example']);
    const action = await house.createAction(agentId, send('OLD_KEY'));
    const model = {
      ...{ provider: 'openai', baseUrl: 'https://api.example/v1' },
      model: 'gpt',
      secret: 'OLD_KEY',
      fallback: { provider: 'openai', model: 'gpt', baseUrl: 'https://api.example/v1', secret: 'OLD_KEY' },
    };
    const agent = await house.createAgent({ model });
    const references = await api<{ items: Reference[] }>('GET', '/secrets/OLD_KEY/references');
    expect(references.body.items.map(({ type, id, blocks }) => [type, id, blocks])).toEqual([
      ['action', action.id, true],
      ['agent', agent.id, true],
    ]);
    const page = await api<{ items: Reference[]; nextCursor: string }>(
      'GET',
      '/secrets/OLD_KEY/references?limit=1',
    );
    const rest = await api<{ items: Reference[] }>(
      'GET',
      `/secrets/OLD_KEY/references?cursor=${page.body.nextCursor}`,
    );
    expect(rest.body.items.map(({ id }) => id)).toEqual([agent.id]);
    const refused = await api('DELETE', '/secrets/OLD_KEY');
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'in_use', details: [{}, {}] } } });
    for (const unfit of ['NARROW_KEY', 'NONE_SUCH', 'OLD_KEY'])
      expect((await api('DELETE', `/secrets/OLD_KEY?replaceWith=${unfit}`)).status).toBe(422);
    expect((await api('DELETE', '/secrets/OLD_KEY?replaceWith=NEW_KEY')).status).toBe(204);
    expect((await api('GET', '/secrets/OLD_KEY')).status).toBe(404);
    const after = await api<Action>('GET', `/actions/${action.id}`);
    expect(JSON.stringify(after.body.settings)).toContain('{{secrets.NEW_KEY}}');
    expect(after.body.version).toBe(action.version + 1);
    expect((await api('GET', `/agents/${agent.id}`)).body).toMatchObject({
      model: { secret: 'NEW_KEY', fallback: { secret: 'NEW_KEY' } },
    });
  });

  it('gone meanwhile, it comes back disabled and says what is missing', async () => {
    await putSecret('PASSING');
    const action = await house.createAction(agentId, send('PASSING'));
    await api('DELETE', `/actions/${action.id}`);
    expect((await api('DELETE', '/secrets/PASSING')).status).toBe(204);
    const { body } = await api<ReturnedAction>('POST', `/actions/${action.id}/restore`);
    expect(body).toMatchObject({
      enabled: false,
      archivedAt: null,
      missing: [{ type: 'secret', id: 'PASSING' }],
    });
    expect((await api<Action>('GET', `/actions/${action.id}`)).body.enabled).toBe(false);
  });

  it('is not what a backslash makes plain text of', async () => {
    const plain = { ...button, settings: { ...button.settings, text: '\\{{secrets.NOT_ME}}' } };
    expect((await api('POST', `/agents/${agentId}/actions`, plain)).status).toBe(201);
  });

  it('deleted and referred to at the same moment, one of both is refused', async () => {
    for (let round = 0; round < 10; round++) {
      await putSecret(`RACE_${round}`);
      const [made, gone] = await Promise.all([
        api<Action>('POST', `/agents/${agentId}/actions`, send(`RACE_${round}`)),
        api('DELETE', `/secrets/RACE_${round}`),
      ]);
      expect([
        [201, 409],
        [422, 204],
      ]).toContainEqual([made.status, gone.status]);
    }
  });
});

describe('a copy', () => {
  it('has its own name, and what is behind it', async () => {
    const action = await house.createAction(agentId, { ...button, limit: { per: 'visitor' } });
    const first = await api<ReturnedAction>('POST', `/actions/${action.id}/copy`, { agentId });
    const second = await api<ReturnedAction>('POST', `/actions/${action.id}/copy`, { agentId });
    expect([first.body.name, second.body.name]).toEqual(['prices (2)', 'prices (3)']);
    expect(first).toMatchObject({
      status: 201,
      body: { settings: button.settings, limit: { per: 'visitor' }, version: 1 },
    });
    const other = await house.createAgent();
    const third = await api<ReturnedAction>('POST', `/actions/${action.id}/copy`, { agentId: other.id });
    expect(third.body).toMatchObject({ agentId: other.id, name: 'prices' });
    expect((await api('POST', `/actions/${action.id}/copy`, { agentId: 'nobody' })).status).toBe(404);
    await api('DELETE', `/actions/${action.id}`);
    expect((await api('POST', `/actions/${action.id}/copy`, { agentId })).status).toBe(409);
  });
});

describe('availability', () => {
  const always = [{ from: '00:00', to: '24:00' }];
  const allWeek = {
    mon: always,
    tue: always,
    wed: always,
    thu: always,
    fri: always,
    sat: always,
    sun: always,
  };

  it('decides what a visitor is offered, and the decision says why not', async () => {
    await house.createAction(agentId, { ...button, availability: { pages: ['/pricing'] } });
    const visitor = await house.visit(agentId);
    await visitor.ask('prices');
    expect((await visitor.list()).some((entry) => entry.card)).toBe(false);
    const page = { url: 'https://shop.example/pricing' };
    await visitor.post('/widget/v1/sessions', { agentId, token: visitor.session.token, page });
    await visitor.ask('prices');
    expect((await visitor.list()).some((entry) => entry.card)).toBe(true);
    const messages = [{ author: 'visitor', text: 'prices' }];
    const here = await api('POST', `/agents/${agentId}/decide`, { messages, page });
    expect(here.body).toMatchObject({ action: 'prices' });
    const elsewhere = await api('POST', `/agents/${agentId}/decide`, { messages });
    expect(elsewhere.body).toMatchObject({
      action: null,
      absent: [{ name: 'prices', reasons: [{ code: 'unknown-page', values: { pages: '/pricing' } }] }],
    });
  });

  it('a form of office hours can be sent after them', async () => {
    const hours = { timeZone: 'UTC', weekly: allWeek };
    const form = { kind: 'lead-form', name: 'quote', settings: {}, availability: { hours } };
    const action = await house.createAction(agentId, form);
    const visitor = await house.visit(agentId);
    await visitor.ask('quote');
    const card = (await visitor.list()).find((entry) => entry.card);
    // The office has closed since: it was open until a minute after the card was offered.
    const { rows } = await house.pool.query(
      `update entries set created_at = now() - interval '3 days' where id = $1
       returning lower(to_char(created_at at time zone 'UTC', 'Dy')) as day`,
      [card?.id],
    );
    await api('PATCH', `/actions/${action.id}`, {
      availability: { hours: { timeZone: 'UTC', weekly: { [rows[0].day]: always } } },
    });
    const values = { name: 'Ada', email: 'ada@example.com' };
    expect((await visitor.useCard(card?.id ?? '', 'submit', values)).status).toBe(200);
  });

  it('for identified visitors only, a card of it is not for others', async () => {
    const action = await house.createAction(agentId, { kind: 'lead-form', name: 'quote', settings: {} });
    const visitor = await house.visit(agentId);
    await visitor.ask('quote');
    const card = (await visitor.list()).find((entry) => entry.card);
    await api('PATCH', `/actions/${action.id}`, { availability: { identifiedOnly: true } });
    const values = { name: 'Ada', email: 'ada@example.com' };
    expect((await visitor.useCard(card?.id ?? '', 'submit', values)).status).toBe(409);
    expect((await visitor.useCard(card?.id ?? '', 'dismiss')).status).toBe(200);
    await visitor.ask('quote');
    expect((await visitor.list()).at(-1)?.text).toBe('Hm.');
  });

  it.each([
    [{ pages: ['pricing'] }, 'availability.pages.0'],
    [{ hours: { timeZone: 'Mars/Olympus', weekly: {} } }, 'availability.hours.timeZone'],
    [{ openingHours: {} }, 'openingHours'],
  ])('%j is refused by name', async (availability, named) => {
    const { status, body } = await api('POST', `/agents/${agentId}/actions`, { ...button, availability });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain(named);
  });
});

describe('a limit of what stays in the chat', () => {
  it.each([
    ['button', button.settings, 'conversation'],
    ['lead-form', {}, 'visitor'],
    ['stop-auto-reply', { message: 'Bye.' }, 'hours'],
  ])('holds for a %s', async (kind, settings, per) => {
    const limit = per === 'hours' ? { per, hours: 1 } : { per };
    await house.createAction(agentId, { kind, name: 'prices', settings, limit });
    const visitor = await house.visit(agentId);
    const { conversationId } = visitor.session;
    const uses = async () =>
      (await house.pool.query('select 1 from call_limits where conversation_id = $1', [conversationId]))
        .rowCount;
    await visitor.ask('prices');
    expect(await uses()).toBe(1);
    await api('PUT', `/conversations/${conversationId}/auto-reply`, { state: 'on' });
    await visitor.ask('prices');
    expect((await visitor.list()).at(-1)?.text).toBe('Hm.');
    const another = await house.visit(agentId);
    await another.ask('prices');
    expect((await another.list()).at(-1)?.text).not.toBe('Hm.');
  });

  it('is one use, also where two turns of one visitor reach for it at once', async () => {
    await house.createAction(agentId, { ...button, limit: { per: 'visitor' } });
    const visitor = await house.visit(agentId);
    const { visitorId, conversationId } = visitor.session;
    let waiting = 0;
    onThought = async (tools) => {
      if (tools.length === 0) return;
      waiting++;
      await waitFor(() => waiting >= 2);
    };
    await visitor.send('prices');
    await waitFor(() => waiting === 1);
    // A visitor's newest conversation is the one that they write in: from here on it is another one.
    await house.pool.query(
      `insert into conversations (id, workspace_id, agent_id, visitor_id)
       select 'second-' || id, workspace_id, agent_id, visitor_id from conversations where id = $1`,
      [conversationId],
    );
    await visitor.send('prices');
    const cards = () =>
      house.pool.query(
        `select entries.card, entries.text from entries join conversations on conversations.id = conversation_id
         where visitor_id = $1 and author_type = 'agent'`,
        [visitorId],
      );
    await waitFor(async () => (await cards()).rowCount === 3);
    const { rows } = await cards();
    expect(rows.filter(({ card }) => card)).toHaveLength(1);
    expect(rows.filter(({ text }) => text === 'Hm.')).toHaveLength(1);
  });
});
