import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventType, Invitee } from '../../../demo/stand-ins/calendly/account.ts';
import { CalendlyStandIn } from '../../../demo/stand-ins/calendly/calendly-stand-in.ts';
import { noFaults } from '../../../demo/stand-ins/calendly/faults.ts';
import { Harness } from '../../../tests/harness/harness.ts';
import { lastWords, scriptedModel } from '../../../tests/harness/scripted-model.ts';
import type { VisitorClient } from '../../../tests/harness/visitor-client.ts';
import { waitFor } from '../../../tests/harness/wait-for.ts';
import type { BookingPayload } from '../../actions/booking/payload.ts';
import type { Booking } from '../../contract/actions/booking.ts';
import type { Call } from '../../contract/call.ts';
import type { Connection } from '../../contract/connections/connection.ts';
import type { Entry } from '../../contract/entry.ts';

let house: Harness;
let calendly: CalendlyStandIn;
let connection: Connection;
/** Shows the page of the event type; books in the chat. */
let embedId: string;
let inChatId: string;
let type: EventType;
let other: EventType;

beforeAll(async () => {
  calendly = await CalendlyStandIn.start();
  [type, other] = calendly.account.eventTypes as [EventType, EventType];
  const model = scriptedModel((call) => {
    if (call.prompt.at(-1)?.role === 'tool') return [{ say: 'Please pick a time.' }];
    if (lastWords(call) === 'am I booked?') return [{ say: 'Your appointment is booked.' }];
    return [{ call: 'advice', input: { name: 'Ada', email: 'made@up.example' } }];
  });
  house = await Harness.start({
    model,
    egressAllow: calendly.host,
    connectionAddresses: {
      calendly: { api: calendly.url, auth: calendly.url },
      // Not asked for anything that it has.
      cal: { api: calendly.url },
    },
  });
  const made = await house.api<Connection>('POST', '/api/v1/connections', {
    kind: 'calendly',
    credentials: { token: calendly.authorization.newPersonalToken() },
  });
  connection = made.body;
  embedId = await createAgent({ schedulingUrl: type.scheduling_url });
  inChatId = await createAgent({ schedulingUrl: type.scheduling_url, inChat: true });
});
afterAll(async () => {
  await house.close();
  await calendly.close();
});
beforeEach(() => {
  Object.assign(calendly.faults, noFaults());
  calendly.account.plan = 'enterprise';
  calendly.requests.length = 0;
});

async function createAgent(settings: object): Promise<string> {
  const { id } = await house.createAgent();
  await house.createAction(id, {
    ...{ kind: 'calendly', name: 'Advice' },
    settings: { connectionId: connection.id, eventTypeUri: type.uri, ...settings },
  });
  return id;
}

const payloadOf = (entry: Entry) => entry.card?.payload as unknown as BookingPayload;

async function offer(agentId: string): Promise<{ visitor: VisitorClient; entry: Entry; slots: string[] }> {
  const visitor = await house.visit(agentId);
  await visitor.ask('I am Ada, advice please');
  const shown = (await visitor.list()).findLast(({ card }) => card) as Entry;
  const entry = (await (await visitor.useCard(shown.id, 'open')).json()) as Entry;
  return { visitor, entry, slots: payloadOf(entry).slots };
}

const book = async (visitor: VisitorClient, entry: Entry, start: string | undefined) => {
  const values = { start, timeZone: 'Europe/Berlin', name: 'Ada', email: 'ada@example.com', language: 'en' };
  return (await (await visitor.useCard(entry.id, 'submit', values)).json()) as Entry;
};
const report = async (visitor: VisitorClient, entry: Entry, uid: string) =>
  (await (
    await visitor.useCard(entry.id, 'booked', { uid, start: null, timeZone: 'Europe/Berlin' })
  ).json()) as Entry;

/** Somebody books on the page of an event type. */
function bookOnPage(reference: string, of = type): Invitee {
  const { account } = calendly;
  const [startTime = ''] = account.freeTimes(of, Date.now() + 86_400_000, Date.now() + 9 * 86_400_000);
  return account.book(of, {
    ...{ email: 'ada@example.com', name: 'Ada', timezone: 'UTC', startTime },
    tracking: { utm_content: reference },
  });
}

const bookingsOf = async ({ session }: VisitorClient) =>
  (await house.api<{ items: Booking[] }>('GET', `/api/v1/bookings?conversationId=${session.conversationId}`))
    .body.items;
const callsOf = async ({ session }: VisitorClient) =>
  (await house.api<{ items: Call[] }>('GET', `/api/v1/calls?conversationId=${session.conversationId}`)).body
    .items;
const bookedAt = (start: string | undefined) =>
  calendly.account.events.filter(({ start_time, status }) => start_time === start && status === 'active');
const cardNow = async (visitor: VisitorClient, { id }: Entry) =>
  payloadOf((await visitor.list()).find((entry) => entry.id === id) as Entry);

describe('the page of an event type', () => {
  it('is shown, and framed from this one origin', async () => {
    const { entry } = await offer(embedId);
    expect(entry.card).toMatchObject({ kind: 'calendly', state: 'opened' });
    expect(payloadOf(entry)).toMatchObject({
      ...{ mode: 'page', title: 'Product consultation', minutes: 30, name: 'Ada', email: '', notice: null },
      ...{ link: type.scheduling_url, frame: { url: type.scheduling_url, origins: [calendly.url] } },
    });
    const page = await fetch(`${house.url}/widget/frame/${embedId}`);
    expect(page.headers.get('content-security-policy')).toContain(`frame-src ${calendly.url};`);
  });

  it('is a link where it comes from somewhere that the chat does not frame', async () => {
    const agentId = await createAgent({});
    const { entry } = await offer(agentId);
    expect(payloadOf(entry)).toMatchObject({ link: type.scheduling_url, frame: { url: '' } });
    const page = await fetch(`${house.url}/widget/frame/${agentId}`);
    expect(page.headers.get('content-security-policy')).toContain('frame-src https://calendly.com;');
  });

  it('is shown all the same when Calendly’s API is not there', async () => {
    calendly.faults.failNext = 1;
    const { entry } = await offer(embedId);
    expect(payloadOf(entry)).toMatchObject({ mode: 'page', link: type.scheduling_url });
  });

  it('tells of a booking, which is one once Calendly has said so', async () => {
    const { visitor, entry } = await offer(embedId);
    const invitee = bookOnPage(entry.id);
    const { card } = await report(visitor, entry, invitee.uri);
    expect(card).toMatchObject({
      state: 'booked',
      payload: {
        booked: {
          ...{ state: 'booked', timeZone: 'Europe/Berlin' },
          links: { cancel: invitee.cancel_url, reschedule: invitee.reschedule_url },
        },
      },
    });
    expect(await bookingsOf(visitor)).toMatchObject([
      { provider: 'calendly', state: 'booked', uid: invitee.uri, title: 'Product consultation' },
    ]);
    expect(await callsOf(visitor)).toMatchObject([{ state: 'done', result: { status: 'booked' } }]);
    await visitor.ask('am I booked?');
    expect((await visitor.list()).at(-1)?.text).toBe('Your appointment is booked.');
  });

  it.each([
    'https://evil.example/scheduled_events/A/invitees/B',
    'https://api.calendly.com/users/me',
    'nothing',
  ])('tells of %j, and nobody is asked for it', async (uri) => {
    const { visitor, entry } = await offer(embedId);
    calendly.requests.length = 0;
    expect(payloadOf(await report(visitor, entry, uri)).booked?.state).toBe('reported');
    expect(calendly.requests).toEqual([]);
    expect(await bookingsOf(visitor)).toMatchObject([{ state: 'reported', uid: null }]);
    await visitor.ask('am I booked?');
    expect((await visitor.list()).at(-1)?.text).not.toContain('appointment is booked');
  });

  it('tells of somebody else’s booking, of another event type, or of one called off: they stay reports', async () => {
    const { visitor, entry } = await offer(embedId);
    const stranger = bookOnPage('another-card');
    expect(payloadOf(await report(visitor, entry, stranger.uri)).booked).toMatchObject({
      ...{ state: 'reported', links: {} },
    });
    const second = await offer(embedId);
    const visit = bookOnPage(second.entry.id, other);
    expect(payloadOf(await report(second.visitor, second.entry, visit.uri)).booked?.state).toBe('reported');
    const third = await offer(embedId);
    const gone = bookOnPage(third.entry.id);
    const event = calendly.account.events.find(({ uri }) => uri === gone.event);
    if (event) calendly.account.cancel(event);
    expect(payloadOf(await report(third.visitor, third.entry, gone.uri)).booked?.state).toBe('reported');
    for (const who of [visitor, second.visitor, third.visitor]) expect(await callsOf(who)).toEqual([]);
  });

  it('whose booking could not be looked up is asked about when the card is seen again', async () => {
    const { visitor, entry } = await offer(embedId);
    const invitee = bookOnPage(entry.id);
    calendly.faults.failNext = 1;
    expect(payloadOf(await report(visitor, entry, invitee.uri)).booked?.state).toBe('reported');
    const again = (await (await visitor.useCard(entry.id, 'open')).json()) as Entry;
    expect(payloadOf(again).booked?.state).toBe('booked');
  });
});

describe('times in the chat', () => {
  it('are those of the next month, and booked once', async () => {
    const { visitor, entry, slots } = await offer(inChatId);
    expect(payloadOf(entry)).toMatchObject({ mode: 'slots', title: 'Product consultation' });
    expect(Date.parse(slots.at(-1) ?? '')).toBeGreaterThan(Date.now() + 20 * 86_400_000);
    expect(Date.parse(slots.at(-1) ?? '')).toBeLessThan(Date.now() + 31 * 86_400_000);
    const answers = await Promise.all([1, 2, 3].map(() => book(visitor, entry, slots[3])));
    for (const answer of answers) expect(payloadOf(answer).booked?.state).toBe('booked');
    expect(payloadOf(answers[0] as Entry)).toMatchObject({
      ...{ slots: [], choice: null },
      booked: { start: slots[3], links: { cancel: expect.stringContaining('calendly.com/cancellations/') } },
    });
    expect(bookedAt(slots[3])).toHaveLength(1);
    expect(calendly.account.invitees.at(-1)?.tracking).toMatchObject({ utm_content: entry.id });
    expect(await callsOf(visitor)).toMatchObject([
      { kind: 'calendly', state: 'done', effect: 'write', inputs: { start: { source: 'form' } } },
    ]);
  });

  it('of which one is taken meanwhile gives way to fresh ones', async () => {
    const [one, two] = [await offer(inChatId), await offer(inChatId)];
    const start = one.slots[8];
    expect(payloadOf(await book(one.visitor, one.entry, start)).booked?.state).toBe('booked');
    const late = await book(two.visitor, two.entry, start);
    expect(payloadOf(late)).toMatchObject({ mode: 'slots', notice: 'taken', booked: null });
    expect(payloadOf(late).slots).not.toContain(start);
    expect(bookedAt(start)).toHaveLength(1);
    const again = await book(two.visitor, late, payloadOf(late).slots[9]);
    expect(payloadOf(again).booked?.state).toBe('booked');
  });

  it('are found again by the name of the card when the answer is lost', async () => {
    const { visitor, entry, slots } = await offer(inChatId);
    calendly.faults.commitThenTimeout = 1;
    expect(payloadOf(await book(visitor, entry, slots[12])).booked).toMatchObject({
      ...{ state: 'booked', start: slots[12] },
    });
    expect(bookedAt(slots[12])).toHaveLength(1);
    expect(calendly.requests.filter((request) => request === 'POST /invitees')).toHaveLength(1);
  }, 20_000);

  it('cannot be booked on a free plan: the page can, and stays', async () => {
    calendly.account.plan = 'free';
    const { visitor, entry, slots } = await offer(inChatId);
    const refused = await book(visitor, entry, slots[14]);
    expect(refused.card?.state).toBe('opened');
    expect(payloadOf(refused)).toMatchObject({ mode: 'page', notice: 'page', link: type.scheduling_url });
    expect(await callsOf(visitor)).toMatchObject([{ state: 'failed', error: 'forbidden' }]);
    const stale = new Date(Date.now() - 60_000).toISOString();
    await house.pool.query(
      `update entries set card = jsonb_set(card, '{payload,readAt}', to_jsonb($2::text)) where id = $1`,
      [entry.id, stale],
    );
    const seen = (await (await visitor.useCard(entry.id, 'open')).json()) as Entry;
    expect(payloadOf(seen)).toMatchObject({ mode: 'page', slots: [] });
  });

  it('wait when Calendly has had enough: nothing is booked, and the visitor is told', async () => {
    const { visitor, entry, slots } = await offer(inChatId);
    calendly.faults.limitNext = 1;
    const busy = await book(visitor, entry, slots[16]);
    expect(payloadOf(busy)).toMatchObject({ mode: 'slots', notice: 'busy' });
    expect(bookedAt(slots[16])).toEqual([]);
    expect(payloadOf(await book(visitor, busy, slots[16])).booked?.state).toBe('booked');
  });

  it('give way to the page when the event type asks for more than the chat does', async () => {
    const question = type.custom_questions[0];
    if (question) question.required = true;
    const { entry } = await offer(inChatId);
    expect(payloadOf(entry)).toMatchObject({ mode: 'page', slots: [] });
    if (question) question.required = false;
  });
});

it('a signed report books, moves and calls off', async () => {
  const { visitor, entry } = await offer(embedId);
  const invitee = bookOnPage(entry.id);
  calendly.webhooks.tell('invitee.created', invitee);
  await waitFor(async () => (await cardNow(visitor, entry)).booked?.state === 'booked');
  expect((await cardNow(visitor, entry)).booked?.links).toEqual({
    cancel: invitee.cancel_url,
    reschedule: invitee.reschedule_url,
  });
  const times = calendly.account.freeTimes(type, Date.now() + 86_400_000, Date.now() + 9 * 86_400_000);
  const moved = calendly.reschedule(invitee, times.at(-1) ?? '');
  await waitFor(async () => (await cardNow(visitor, entry)).booked?.state === 'rescheduled');
  expect((await cardNow(visitor, entry)).booked?.links.cancel).toBe(moved.cancel_url);
  const event = calendly.account.events.find(({ uri }) => uri === moved.event);
  if (event) calendly.account.cancel(event);
  calendly.webhooks.tell('invitee.canceled', moved);
  await waitFor(async () => (await cardNow(visitor, entry)).booked?.state === 'cancelled');
  expect(await bookingsOf(visitor)).toMatchObject([{ state: 'cancelled', uid: moved.uri }]);
});

it('a signed report of another event type says nothing of this card', async () => {
  const { visitor, entry } = await offer(embedId);
  calendly.webhooks.tell('invitee.created', bookOnPage(entry.id, other));
  await calendly.webhooks.settled();
  const own = bookOnPage(entry.id);
  calendly.webhooks.tell('invitee.created', own);
  await waitFor(async () => (await cardNow(visitor, entry)).booked?.state === 'booked');
  expect(await bookingsOf(visitor)).toMatchObject([{ uid: own.uri }]);
});

it('the settings need a connection that is there, and an event type of Calendly’s API', async () => {
  const { id } = await house.createAgent();
  const create = (settings: object) =>
    house.api('POST', `/api/v1/agents/${id}/actions`, {
      ...{ kind: 'calendly', name: 'Advice', guidance: { whenToUse: 'They want advice.' }, settings },
    });
  const eventTypeUri = type.uri;
  expect(await create({ eventTypeUri })).toMatchObject({
    ...{ status: 422, body: { error: { details: [{ path: 'settings.connectionId' }] } } },
  });
  expect((await create({ connectionId: 'none', eventTypeUri })).status).toBe(422);
  const { body: ofCal } = await house.api<Connection>('POST', '/api/v1/connections', {
    ...{ kind: 'cal', settings: {}, credentials: { apiKey: 'cal_live_0123456789' } },
  });
  expect(await create({ connectionId: ofCal.id, eventTypeUri })).toMatchObject({
    status: 422,
    body: { error: { details: [{ code: 'missing_connection' }] } },
  });
  const foreign = 'https://api.evil.example/event_types/AAA';
  expect(await create({ connectionId: connection.id, eventTypeUri: foreign })).toMatchObject({
    status: 422,
    body: {
      error: {
        details: [
          { path: 'settings.eventTypeUri', message: expect.stringContaining('https://api.calendly.com') },
        ],
      },
    },
  });
  expect((await create({ connectionId: connection.id, eventTypeUri, more: 1 })).status).toBe(422);
});
