import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Harness } from '../../../tests/harness/harness.ts';
import { lastWords, scriptedModel } from '../../../tests/harness/scripted-model.ts';
import { type RunningCal, startCal } from '../../../tests/harness/start-cal.ts';
import type { VisitorClient } from '../../../tests/harness/visitor-client.ts';
import { waitFor } from '../../../tests/harness/wait-for.ts';
import type { BookingPayload } from '../../actions/booking/payload.ts';
import type { Booking } from '../../contract/actions/booking.ts';
import type { Call } from '../../contract/call.ts';
import type { Entry } from '../../contract/entry.ts';

let house: Harness;
let running: RunningCal;
let agentId: string;
let actionId: string;

beforeAll(async () => {
  running = await startCal();
  const model = scriptedModel((call) => {
    if (call.prompt.at(-1)?.role === 'tool') return [{ say: 'Please pick a time.' }];
    const words = lastWords(call);
    if (words === 'am I booked?') return [{ say: 'Your appointment is booked.' }];
    return [{ call: 'fitting', input: { name: 'Ada', email: 'made@up.example' } }];
  });
  house = await Harness.start({ model, egressAllow: running.host });
  agentId = (await house.createAgent()).id;
  const settings = { link: `${running.origin}/fjell/fitting` };
  actionId = (await house.createAction(agentId, { kind: 'cal', name: 'Fitting', settings })).id;
});
afterAll(async () => {
  await house.close();
  await running.close();
});
beforeEach(() => {
  running.cal.requests.length = 0;
});

const cardOf = async (visitor: VisitorClient) => {
  const entry = (await visitor.list()).findLast(({ card }) => card);
  if (!entry?.card) throw new Error('no card was shown');
  return { entry, state: entry.card.state, payload: entry.card.payload as unknown as BookingPayload };
};
const payloadOf = (entry: Entry) => entry.card?.payload as unknown as BookingPayload;

async function offer(
  words = 'I am Ada, a fitting please',
): Promise<{ visitor: VisitorClient; entry: Entry; slots: string[] }> {
  const visitor = await house.visit(agentId);
  await visitor.ask(words);
  const { entry } = await cardOf(visitor);
  const opened = (await (
    await visitor.useCard(entry.id, 'open', { timeZone: 'Europe/Berlin' })
  ).json()) as Entry;
  return { visitor, entry: opened, slots: payloadOf(opened).slots };
}

const choose = (start: string | undefined, more = {}) => ({
  ...{ start, timeZone: 'Europe/Berlin', name: 'Ada', email: 'ada@example.com', language: 'en' },
  ...more,
});
const book = async (visitor: VisitorClient, entry: Entry, start: string | undefined, more = {}) =>
  (await (await visitor.useCard(entry.id, 'submit', choose(start, more))).json()) as Entry;

const bookingsOf = async (visitor: VisitorClient) =>
  (
    await house.api<{ items: Booking[] }>(
      'GET',
      `/api/v1/bookings?conversationId=${visitor.session.conversationId}`,
    )
  ).body.items;
const callsOf = async (visitor: VisitorClient) =>
  (
    await house.api<{ items: Call[] }>(
      'GET',
      `/api/v1/calls?conversationId=${visitor.session.conversationId}`,
    )
  ).body.items;
const bookedAt = (start: string | undefined) =>
  running.cal.store.bookings.filter((booking) => booking.start === start);

describe('times in the chat', () => {
  it('are read when the card is seen, for two weeks, with what the visitor said filled in and no guess of the model', async () => {
    const { entry, slots } = await offer();
    expect(entry.card).toMatchObject({
      kind: 'cal',
      state: 'opened',
      payload: { mode: 'slots', title: 'Fitting by video', minutes: 30 },
    });
    expect(payloadOf(entry)).toMatchObject({ name: 'Ada', email: '' });
    expect(slots.length).toBeGreaterThan(20);
    expect([...slots].sort()).toEqual(slots);
    expect(Date.parse(slots.at(-1) ?? '')).toBeLessThan(Date.now() + 14 * 86_400_000);
  });

  it('take name and address from a form that the visitor has sent', async () => {
    const { visitor, entry } = await offer('hello');
    await house.pool.query(
      `insert into leads (id, workspace_id, agent_id, action_id, conversation_id, visitor_id, entry_id, values, consent)
       select 'l1', workspace_id, agent_id, id, $2, $3, $4, '{"name":"Grace","email":"grace@example.com"}', '' from actions where id = $1`,
      [actionId, visitor.session.conversationId, visitor.session.visitorId, entry.id],
    );
    await house.pool.query(
      `update entries set card = jsonb_set(card, '{state}', '"dismissed"') where id = $1`,
      [entry.id],
    );
    await visitor.ask('hello again');
    expect((await cardOf(visitor)).payload).toMatchObject({ name: 'Grace', email: 'grace@example.com' });
  });

  it('are not asked for again while they are fresh', async () => {
    const { visitor, entry } = await offer();
    await visitor.useCard(entry.id, 'open');
    expect(running.cal.requests.filter(({ path }) => path === '/slots')).toHaveLength(1);
  });

  it('give way to the page of the event when it asks for more than the chat does, or cannot be reached', async () => {
    const other = await house.createAgent();
    await house.createAction(other.id, {
      kind: 'cal',
      name: 'Fitting',
      settings: { link: `${running.origin}/fjell/visit` },
    });
    const visitor = await house.visit(other.id);
    await visitor.ask('a visit');
    const { entry } = await cardOf(visitor);
    await visitor.useCard(entry.id, 'open');
    expect(await cardOf(visitor)).toMatchObject({
      state: 'opened',
      payload: { mode: 'page', title: 'Visit in the shop' },
    });

    running.cal.faults.tooMany = 2;
    const limited = await offer();
    expect(payloadOf(limited.entry)).toMatchObject({ mode: 'page', slots: [] });
    running.cal.faults.tooMany = 0;
  });
});

describe('a booking', () => {
  it('is one call of the ledger, one booking, and what the agent may speak of', async () => {
    const { visitor, entry, slots } = await offer();
    const before = await visitor.ask('am I booked?');
    expect(JSON.stringify(before.at(-2))).not.toContain('appointment is booked');
    const start = slots[3];
    const done = await book(visitor, entry, start);
    expect(done.card).toMatchObject({
      state: 'booked',
      payload: { booked: { state: 'booked', start, timeZone: 'Europe/Berlin' } },
    });
    expect(payloadOf(done).booked?.links.cancel).toContain(`${running.origin}/booking/`);
    expect(payloadOf(done).slots).toEqual([]);
    const [stored] = bookedAt(start);
    expect(stored).toMatchObject({
      attendee: { name: 'Ada', email: 'ada@example.com', timeZone: 'Europe/Berlin' },
      metadata: { bellhop: entry.id },
    });
    expect(await bookingsOf(visitor)).toMatchObject([
      { provider: 'cal', uid: stored?.uid, state: 'booked', startsAt: start },
    ]);
    expect(await callsOf(visitor)).toMatchObject([
      {
        kind: 'cal',
        state: 'done',
        effect: 'write',
        inputs: { start: { value: start, source: 'form' } },
        result: { status: 'booked' },
      },
    ]);
    expect((await callsOf(visitor))[0]?.confirmedAt).not.toBeNull();
    await visitor.ask('am I booked?');
    expect((await visitor.list()).at(-1)?.text).toBe('Your appointment is booked.');
  });

  it('is made once, however often the button is pressed', async () => {
    const { visitor, entry, slots } = await offer();
    const answers = await Promise.all(Array.from({ length: 6 }, () => book(visitor, entry, slots[5])));
    for (const answer of answers) expect(answer.card?.state).toBe('booked');
    expect(bookedAt(slots[5])).toHaveLength(1);
    expect(
      running.cal.requests.filter(({ method, path }) => method === 'POST' && path === '/bookings'),
    ).toHaveLength(1);
    expect(await callsOf(visitor)).toHaveLength(1);
    expect(await bookingsOf(visitor)).toHaveLength(1);
  });

  it('of one slot by two visitors is one: the other is told, and shown what is free', async () => {
    const [one, two] = [await offer(), await offer()];
    const start = one.slots[8];
    const answers = await Promise.all([
      book(one.visitor, one.entry, start),
      book(two.visitor, two.entry, start),
    ]);
    expect(answers.map(({ card }) => card?.state).sort()).toEqual(['booked', 'opened']);
    expect(bookedAt(start)).toHaveLength(1);
    const loser = answers.find(({ card }) => card?.state === 'opened') as Entry;
    expect(payloadOf(loser)).toMatchObject({ notice: 'taken', mode: 'slots' });
    expect(payloadOf(loser).slots).not.toContain(start);
    const who = loser === answers[0] ? one : two;
    const again = await book(who.visitor, loser, payloadOf(loser).slots[0]);
    expect(again.card?.state).toBe('booked');
    expect((await callsOf(who.visitor)).map(({ state }) => state)).toEqual(['done', 'failed']);
  });

  it.each([1, 2, 3] as const)('that is refused in shape %i is known as taken', async (shape) => {
    const { visitor, entry, slots } = await offer();
    running.cal.faults.slotTaken = shape;
    expect(payloadOf(await book(visitor, entry, slots[10]))).toMatchObject({ notice: 'taken' });
    expect(await bookingsOf(visitor)).toEqual([]);
  });

  it('whose answer never comes is not made again, and the visitor is sent to their mail', async () => {
    const { visitor, entry, slots } = await offer();
    running.cal.faults.commitThenTimeout = true;
    const start = slots[12];
    const unsure = await book(visitor, entry, start);
    expect(unsure.card).toMatchObject({ state: 'submitted', payload: { notice: 'unknown' } });
    await book(visitor, entry, start);
    await visitor.useCard(entry.id, 'open');
    expect(bookedAt(start)).toHaveLength(1);
    expect(await callsOf(visitor)).toMatchObject([{ state: 'unknown' }]);
    expect(await bookingsOf(visitor)).toEqual([]);
  }, 20_000);

  it('waits where Cal.com has enough for a moment', async () => {
    const { visitor, entry, slots } = await offer();
    Object.assign(running.cal.faults, { tooMany: 1, tooManyAt: 'POST /bookings' });
    expect((await book(visitor, entry, slots[14])).card?.state).toBe('booked');
    expect(bookedAt(slots[14])).toHaveLength(1);
    delete running.cal.faults.tooManyAt;
  });

  it('that the host has to accept first is a request', async () => {
    const other = await house.createAgent();
    await house.createAction(other.id, {
      kind: 'cal',
      name: 'Fitting',
      settings: { link: `${running.origin}/fjell/on-request` },
    });
    const visitor = await house.visit(other.id);
    await visitor.ask('please');
    const { entry } = await cardOf(visitor);
    const opened = (await (await visitor.useCard(entry.id, 'open')).json()) as Entry;
    expect(payloadOf(await book(visitor, entry, payloadOf(opened).slots[0])).booked?.state).toBe('requested');
    expect(await bookingsOf(visitor)).toMatchObject([{ state: 'requested' }]);
    await visitor.ask('am I booked?');
    expect((await visitor.list()).at(-1)?.text).not.toContain('appointment is booked');
  });

  it('needs a time that was on offer, a name, an address and a time zone', async () => {
    const { visitor, entry, slots } = await offer();
    const refused = await visitor.useCard(entry.id, 'submit', choose('2020-01-01T00:00:00.000Z'));
    expect(refused.status).toBe(422);
    const empty = await visitor.useCard(
      entry.id,
      'submit',
      choose(slots[0], { name: ' ', email: 'no', timeZone: 'Mars/Base' }),
    );
    expect((await empty.json()) as object).toMatchObject({
      error: {
        details: [
          { path: 'values.timeZone' },
          { path: 'values.name', code: 'required' },
          { path: 'values.email', code: 'email' },
        ],
      },
    });
    expect(running.cal.requests.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('counts for the limit of its action: refused when that is used up, free again when it failed', async () => {
    const other = await house.createAgent();
    const settings = { link: `${running.origin}/fjell/fitting` };
    await house.createAction(other.id, { kind: 'cal', name: 'Fitting', limit: { per: 'visitor' }, settings });
    const visitor = await house.visit(other.id);
    await visitor.ask('please');
    const { entry } = await cardOf(visitor);
    const opened = (await (await visitor.useCard(entry.id, 'open')).json()) as Entry;
    running.cal.faults.slotTaken = 1;
    expect((await book(visitor, opened, payloadOf(opened).slots[20])).card?.state).toBe('opened');
    const copy = 'copy-of-the-card';
    await house.pool.query(
      `insert into entries (id, workspace_id, conversation_id, seq, cursor, author_type, author_name, card, action_id)
       select $2, workspace_id, conversation_id, seq + 100, cursor + 100, author_type, author_name, card, action_id from entries where id = $1`,
      [entry.id, copy],
    );
    expect((await book(visitor, opened, payloadOf(opened).slots[20])).card?.state).toBe('booked');
    const refused = await visitor.useCard(copy, 'submit', choose(payloadOf(opened).slots[21]));
    expect(refused.status).toBe(409);
    expect(bookedAt(payloadOf(opened).slots[21])).toEqual([]);
  });

  it('of somebody else cannot be made', async () => {
    const { entry, slots } = await offer();
    const stranger = await house.visit(agentId);
    expect((await stranger.useCard(entry.id, 'submit', choose(slots[0]))).status).toBe(404);
  });

  it('goes on when the conversation was muted: the visitor acts, not the agent', async () => {
    const { visitor, entry, slots } = await offer();
    await house.api('PUT', `/api/v1/conversations/${visitor.session.conversationId}/auto-reply`, {
      state: 'muted',
    });
    expect((await book(visitor, entry, slots[16])).card?.state).toBe('booked');
  });

  it('that a process left in the middle ends as unknown for whoever looks again', async () => {
    const { visitor, entry, slots } = await offer();
    await book(visitor, entry, slots[18]);
    // As it stood when the process died: sent, and never recorded.
    await house.pool.query(
      `update calls set state = 'sent', lease_until = now() - interval '1 second', card = null, result = null where key like $1`,
      [`card:${entry.id}:%`],
    );
    const choice = JSON.stringify(choose(slots[18]));
    await house.pool.query(
      `update entries set card = jsonb_set(jsonb_set(card, '{state}', '"submitted"'), '{payload,choice}', $2::jsonb) where id = $1`,
      [entry.id, choice],
    );
    await visitor.useCard(entry.id, 'open');
    await waitFor(async () => (await cardOf(visitor)).payload.notice === 'unknown');
    expect(bookedAt(slots[18])).toHaveLength(1);
  });
});

describe('what a browser reports', () => {
  it('is a report, and nothing that the agent may call booked', async () => {
    const { visitor, entry, slots } = await offer();
    const answer = await visitor.useCard(entry.id, 'booked', {
      uid: 'abc123',
      start: slots[0],
      timeZone: 'Asia/Kathmandu',
    });
    expect(((await answer.json()) as Entry).card).toMatchObject({
      state: 'booked',
      payload: { booked: { state: 'reported' } },
    });
    expect(await bookingsOf(visitor)).toMatchObject([
      { state: 'reported', uid: 'abc123', timeZone: 'Asia/Kathmandu' },
    ]);
    expect(await callsOf(visitor)).toEqual([]);
    await visitor.ask('am I booked?');
    expect((await visitor.list()).at(-1)?.text).not.toContain('appointment is booked');
  });
});

describe('the link', () => {
  it('is needed, or the one of the workspace', async () => {
    const other = await house.createAgent();
    const bare = { kind: 'cal', name: 'Talk', guidance: { whenToUse: 'They want to talk.' } };
    const refused = await house.api('POST', `/api/v1/agents/${other.id}/actions`, bare);
    expect(refused).toMatchObject({
      status: 422,
      body: { error: { details: [{ path: 'settings.link', code: 'required' }] } },
    });
    expect((await house.api('PATCH', '/api/v1/workspace', { eventLink: 'ftp://x/y/z' })).status).toBe(422);
    expect(await house.api('PATCH', '/api/v1/workspace', { eventLink: 'ada/30min' })).toMatchObject({
      status: 200,
      body: { eventLink: 'ada/30min' },
    });
    const made = await house.createAction(other.id, bare);
    expect(made.settings).toMatchObject({ link: null });
    const page = await fetch(`${house.url}/widget/frame/${other.id}`);
    expect(page.headers.get('content-security-policy')).toContain(
      'frame-src https://app.cal.com https://cal.com;',
    );
    await house.api('PATCH', '/api/v1/workspace', { eventLink: null });
    const after = await fetch(`${house.url}/widget/frame/${other.id}`);
    expect(after.headers.get('content-security-policy')).not.toContain('frame-src');
  });

  it('lets the chat frame this one origin, and none for an agent without such an action', async () => {
    const page = await fetch(`${house.url}/widget/frame/${agentId}`);
    expect(page.headers.get('content-security-policy')).toContain(`frame-src ${running.origin};`);
    const other = await house.createAgent();
    const plain = await fetch(`${house.url}/widget/frame/${other.id}`);
    expect(plain.headers.get('content-security-policy')).not.toContain('frame-src');
  });
});

it('bookings are listed by pages', async () => {
  const first = await house.api<{ items: Booking[]; nextCursor: string }>('GET', '/api/v1/bookings?limit=2');
  expect(first.body.items).toHaveLength(2);
  const second = await house.api<{ items: Booking[] }>(
    'GET',
    `/api/v1/bookings?limit=2&cursor=${first.body.nextCursor}`,
  );
  expect(second.body.items.map(({ id }) => id)).not.toContain(first.body.items[0]?.id);
  expect((await house.api('GET', '/api/v1/bookings?state=nope')).status).toBe(422);
});
