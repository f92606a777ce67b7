import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredBooking } from '../../../demo/stand-ins/cal/cal-store.ts';
import { signCalWebhook } from '../../../demo/stand-ins/cal/sign-cal-webhook.ts';
import { Harness } from '../../../tests/harness/harness.ts';
import { lastWords, scriptedModel } from '../../../tests/harness/scripted-model.ts';
import { type RunningCal, startCal } from '../../../tests/harness/start-cal.ts';
import type { VisitorClient } from '../../../tests/harness/visitor-client.ts';
import { waitFor } from '../../../tests/harness/wait-for.ts';
import type { BookingPayload } from '../../actions/booking/payload.ts';
import type { Booking } from '../../contract/actions/booking.ts';
import type { Call } from '../../contract/call.ts';
import type { Connection } from '../../contract/connections/connection.ts';
import type { Entry } from '../../contract/entry.ts';

/** With a key: Cal.com is asked, and tells by itself. */
let house: Harness;
let running: RunningCal;
let agentId: string;
let connection: Connection;

beforeAll(async () => {
  running = await startCal();
  const model = scriptedModel((call) => {
    if (call.prompt.at(-1)?.role === 'tool') return [{ say: 'Please pick a time.' }];
    if (lastWords(call) === 'am I booked?') return [{ say: 'Your appointment is booked.' }];
    return [{ call: 'fitting' }];
  });
  const connectionAddresses = { cal: { api: `${running.origin}/api/v2` } };
  house = await Harness.start({ model, egressAllow: running.host, connectionAddresses });
  const made = await house.api<Connection>('POST', '/api/v1/connections', {
    kind: 'cal',
    settings: { origin: running.origin },
    credentials: { apiKey: running.cal.apiKey },
  });
  connection = made.body;
  agentId = (await house.createAgent()).id;
  await house.createAction(agentId, {
    kind: 'cal',
    name: 'Fitting',
    settings: { link: `${running.origin}/fjell/fitting`, connectionId: connection.id },
  });
});
afterAll(async () => {
  await house.close();
  await running.close();
});

async function offer(): Promise<{ visitor: VisitorClient; entry: Entry; slots: string[] }> {
  const visitor = await house.visit(agentId);
  await visitor.ask('a fitting please');
  const shown = (await visitor.list()).findLast(({ card }) => card) as Entry;
  const entry = (await (await visitor.useCard(shown.id, 'open')).json()) as Entry;
  return { visitor, entry, slots: payloadOf(entry).slots };
}
const payloadOf = (entry: Entry) => entry.card?.payload as unknown as BookingPayload;
const cardNow = async (visitor: VisitorClient, { id }: Entry) =>
  payloadOf((await visitor.list()).find((entry) => entry.id === id) as Entry);
const choose = (start: string | undefined) => ({
  start,
  timeZone: 'America/New_York',
  name: 'Ada',
  email: 'ada@example.com',
  language: 'en',
});
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

/** Somebody books on the page of the event. */
function bookOnPage(entry: Entry, start: string | undefined): StoredBooking {
  const event = running.cal.store.find({ id: 101 });
  if (!event || !start) throw new Error('there is nothing to book');
  const attendee = { name: 'Ada', email: 'ada@example.com', timeZone: 'Europe/Berlin' };
  return running.cal.store.book(event, { start, attendee, metadata: { bellhop: entry.id } });
}

async function tell(triggerEvent: string, booking: StoredBooking, before?: StoredBooking) {
  const hook = running.cal.hooks[0];
  if (!hook) throw new Error('nobody wants to be told');
  const { body, headers } = signCalWebhook({
    triggerEvent,
    booking,
    ...(before ? { before } : {}),
    secret: hook.secret,
  });
  const deliver = () => fetch(hook.url, { method: 'POST', body, headers });
  return { response: await deliver(), deliver };
}

it('the connection is tested, and never tells its key', async () => {
  expect(connection).toMatchObject({
    kind: 'cal',
    state: 'connected',
    account: { email: 'post@fjell.example' },
  });
  expect(JSON.stringify(connection)).not.toContain(running.cal.apiKey);
  const wrong = await house.api<Connection>('POST', '/api/v1/connections', {
    kind: 'cal',
    settings: { origin: running.origin },
    credentials: { apiKey: 'cal_wrong_key' },
  });
  expect(wrong.body).toMatchObject({ state: 'reconnect' });
});

describe('with a key', () => {
  it('a booking whose answer never came is looked up, not made again', async () => {
    const { visitor, entry, slots } = await offer();
    running.cal.faults.commitThenTimeout = true;
    const answer = (await (await visitor.useCard(entry.id, 'submit', choose(slots[2]))).json()) as Entry;
    expect(answer.card).toMatchObject({
      state: 'booked',
      payload: { booked: { state: 'booked', start: slots[2] } },
    });
    expect(running.cal.store.bookings.filter(({ start }) => start === slots[2])).toHaveLength(1);
    expect(await callsOf(visitor)).toMatchObject([{ state: 'done' }]);
    expect(await bookingsOf(visitor)).toMatchObject([{ state: 'booked' }]);
  }, 20_000);

  it('what a browser reports is booked once Cal.com says so, and then the agent may say it', async () => {
    const { visitor, entry, slots } = await offer();
    const booking = bookOnPage(entry, slots[4]);
    const report = { uid: booking.uid, start: booking.start, timeZone: 'Europe/Berlin' };
    const answer = (await (await visitor.useCard(entry.id, 'booked', report)).json()) as Entry;
    expect(answer.card).toMatchObject({ state: 'booked', payload: { booked: { state: 'booked' } } });
    expect(await bookingsOf(visitor)).toMatchObject([{ state: 'booked', uid: booking.uid }]);
    expect(await callsOf(visitor)).toMatchObject([{ state: 'done', result: { status: 'booked' } }]);
    await visitor.ask('am I booked?');
    expect((await visitor.list()).at(-1)?.text).toBe('Your appointment is booked.');
  });

  it('somebody else’s booking stays a report', async () => {
    const [one, two] = [await offer(), await offer()];
    const booking = bookOnPage(one.entry, one.slots[6]);
    const answer = (await (
      await two.visitor.useCard(two.entry.id, 'booked', { uid: booking.uid })
    ).json()) as Entry;
    expect(answer.card).toMatchObject({ payload: { booked: { state: 'reported', links: {} } } });
    expect(await bookingsOf(two.visitor)).toMatchObject([{ state: 'reported' }]);
    expect(await callsOf(two.visitor)).toEqual([]);
  });
});

describe('a signed webhook', () => {
  it('makes a meeting booked, moves it, and calls it off; told twice, it is one', async () => {
    const { visitor, entry, slots } = await offer();
    const booking = bookOnPage(entry, slots[8]);
    const told = await tell('BOOKING_CREATED', booking);
    expect(told.response.status).toBe(204);
    await waitFor(async () => (await cardNow(visitor, entry)).booked?.state === 'booked');
    expect((await told.deliver()).status).toBe(204);
    expect(await bookingsOf(visitor)).toMatchObject([
      { state: 'booked', uid: booking.uid, startsAt: booking.start },
    ]);

    const moved = running.cal.store.reschedule(booking, slots[9] as string);
    await tell('BOOKING_RESCHEDULED', moved, booking);
    await waitFor(async () => (await cardNow(visitor, entry)).booked?.state === 'rescheduled');
    expect((await cardNow(visitor, entry)).booked?.start).toBe(slots[9]);
    // The word of the old one comes late, and changes nothing.
    await tell('BOOKING_CANCELLED', booking);
    await tell('BOOKING_CREATED', booking);
    expect(await bookingsOf(visitor)).toMatchObject([
      { state: 'rescheduled', uid: moved.uid, startsAt: slots[9] },
    ]);

    await tell('BOOKING_CANCELLED', moved);
    await waitFor(async () => (await cardNow(visitor, entry)).booked?.state === 'cancelled');
    expect(await bookingsOf(visitor)).toMatchObject([{ state: 'cancelled' }]);
    await visitor.ask('am I booked?');
    expect((await visitor.list()).at(-1)?.text).not.toContain('appointment is booked');
  });

  it('that is signed by nobody, or with another key, changes nothing', async () => {
    const { visitor, entry, slots } = await offer();
    const booking = bookOnPage(entry, slots[11]);
    const url = running.cal.hooks[0]?.url ?? '';
    const { body, headers } = signCalWebhook({ triggerEvent: 'BOOKING_CREATED', booking, secret: 'another' });
    expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(401);
    expect((await fetch(url, { method: 'POST', body })).status).toBe(401);
    expect((await cardNow(visitor, entry)).booked).toBeNull();
    expect(await bookingsOf(visitor)).toEqual([]);
  });

  it('settles what was not known', async () => {
    const { visitor, entry, slots } = await offer();
    await house.pool.query(
      `update actions set settings = settings || '{"connectionId":null}' where agent_id = $1`,
      [agentId],
    );
    running.cal.faults.commitThenTimeout = true;
    const unsure = (await (await visitor.useCard(entry.id, 'submit', choose(slots[13]))).json()) as Entry;
    expect(payloadOf(unsure).notice).toBe('unknown');
    const booking = running.cal.store.bookings.find(({ start }) => start === slots[13]) as StoredBooking;
    await tell('BOOKING_CREATED', booking);
    await waitFor(async () => (await cardNow(visitor, entry)).booked?.state === 'booked');
    expect(await callsOf(visitor)).toMatchObject([{ state: 'done', result: { status: 'booked' } }]);
  }, 20_000);
});
