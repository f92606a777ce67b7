import { describe, expect, it } from 'vitest';
import { noMail } from '../../../tests/harness/no-mail.ts';
import type { BookingReport } from '../../connections/define.ts';
import { type OutgoingRequest, SendFailed } from '../../connections/outgoing.ts';
import type { BookingPayload } from '../booking/payload.ts';
import type { CardContext, NewBooking } from '../define.ts';
import type { CallPort } from '../define-call.ts';
import { calendly } from './action.ts';
import { executeCalendly } from './execute.ts';
import { readCalendlyMessage } from './read-message.ts';

const API = 'https://api.calendly.com';
const PAGE = 'https://calendly.com/ada/call';
const eventTypeUri = `${API}/event_types/AAA`;
const settings = calendly.settings.parse({ connectionId: 'c1', eventTypeUri, inChat: true });
const context = { visitorWords: () => ['I am Ada'], readContact: async () => ({}), mute: () => undefined };
const START = '2036-12-01T13:00:00.000Z';
const choice = { start: START, timeZone: 'UTC', name: 'Ada', email: 'ada@example.com', language: 'en' };

async function newCard(): Promise<BookingPayload> {
  const { card } = await executeCalendly.run({ settings, inputs: { name: 'Ada' }, past: [] }, context);
  return card?.payload as unknown as BookingPayload;
}

type Answer = { status?: number; body?: object } | SendFailed;

/** A connection whose third party answers so; null: there is none. */
function portOf(answer: ((request: OutgoingRequest) => Answer) | null) {
  const requests: OutgoingRequest[] = [];
  const send: CallPort['send'] = async (request) => {
    requests.push(request);
    const given = answer?.(request) ?? {};
    if (given instanceof SendFailed) throw given;
    return { status: given.status ?? 200, headers: {}, text: JSON.stringify(given.body ?? {}), ms: 1 };
  };
  const port: CallPort = {
    ...{ idempotencyKey: 'k', timeLeftMs: 1_000, send, providerUrl: () => undefined },
    revealSecrets: async () => new Map(),
    openConnection: async () =>
      answer && {
        ...{ settings: {}, account: { uri: `${API}/users/U` }, send, mail: noMail },
        addresses: { api: API, auth: 'https://auth.calendly.com' },
      },
  };
  return { port, requests };
}

const type = (more: object = {}) => ({
  body: {
    resource: {
      ...{ uri: eventTypeUri, name: 'Call', active: true, scheduling_url: PAGE, duration: 15 },
      ...more,
    },
  },
});
const times = {
  body: {
    collection: [{ status: 'available', start_time: START, invitees_remaining: 1, scheduling_url: PAGE }],
  },
};

async function perform(
  values: object,
  answer: ((request: OutgoingRequest) => Answer) | null,
  more: Partial<BookingPayload> = {},
) {
  const { port, requests } = portOf(answer);
  const payload = { ...(await newCard()), ...more };
  const use = { settings, values: { ...values }, payload, entryId: 'e9' };
  return { outcome: await executeCalendly.performStep(use, port), requests };
}

describe('settings', () => {
  it.each([
    {},
    { connectionId: 'c1' },
    { eventTypeUri },
    { connectionId: ' ', eventTypeUri },
    { connectionId: 'c1', eventTypeUri, link: 'ada/30min' },
    { connectionId: 'c1', eventTypeUri, schedulingUrl: 'javascript:alert(1)' },
    ...[
      'https://evil.example/event_types/AAA',
      `${API}@evil.example/event_types/AAA`,
      `${API}/users/AAA`,
      `${API}/event_types/AAA?x=1`,
      'AAA',
    ].map((uri) => ({ connectionId: 'c1', eventTypeUri: uri })),
  ])('%j are refused', (given) => {
    expect(calendly.settings.safeParse(given).success).toBe(false);
  });

  it('show the page by default, of calendly.com', () => {
    const plain = calendly.settings.parse({ connectionId: 'c1', eventTypeUri });
    expect(plain).toMatchObject({ inChat: false, schedulingUrl: null });
    expect(calendly.frameOrigins?.(plain)).toEqual(['https://calendly.com']);
  });
});

describe('a card', () => {
  it('asks for the page, or the times; after a refusal for the page only', async () => {
    const payload = await newCard();
    const card = (more: Partial<BookingPayload> = {}) => ({
      ...{ entryId: 'e', state: 'offered' as const, payload: { ...payload, ...more } },
    });
    const host: CardContext = { saveLead: () => undefined, saveBooking: () => undefined };
    const open = (given: typeof settings, more: Partial<BookingPayload> = {}) =>
      executeCalendly.onCard?.({ settings: given, op: 'open', values: {}, card: card(more) }, host);
    expect((await open(settings))?.step).toMatchObject({ values: { ask: 'slots' } });
    expect((await open({ ...settings, inChat: false }))?.step).toMatchObject({ values: { ask: 'page' } });
    expect((await open(settings, { notice: 'page' }))?.step).toMatchObject({ values: { ask: 'page' } });
  });

  it('has times where the chat can book them', async () => {
    const { outcome, requests } = await perform({ ask: 'slots' }, ({ url }) =>
      url.includes('available') ? times : type(),
    );
    expect(outcome.card?.payload).toMatchObject({ mode: 'slots', slots: [START], link: PAGE, minutes: 15 });
    const asked = new URL(requests.find(({ url }) => url.includes('available'))?.url ?? '').searchParams;
    const span = Date.parse(asked.get('end_time') ?? '') - Date.parse(asked.get('start_time') ?? '');
    expect(span).toBeLessThanOrEqual(31 * 86_400_000);
  });

  it.each([
    ['asks something', { custom_questions: [{ name: 'Why?', position: 0, enabled: true, required: true }] }],
    ['calls the visitor', { locations: [{ kind: 'outbound_call' }] }],
    ['has several places', { locations: [{ kind: 'zoom' }, { kind: 'physical', location: 'Here' }] }],
    ['is turned off', { active: false }],
  ])('has the page where the event type %s', async (_case, more) => {
    const { outcome } = await perform({ ask: 'slots' }, ({ url }) =>
      url.includes('available') ? times : type(more),
    );
    expect(outcome.card?.payload).toMatchObject({ mode: 'page', slots: [], link: PAGE });
  });

  it('has no link where nobody knows the page, and none that is no page', async () => {
    for (const answer of [
      null,
      () => ({ status: 500 }),
      () => new SendFailed('reconnect', false, 'Connect it again.'),
      () => type({ scheduling_url: 'javascript:alert(1)' }),
    ]) {
      const { outcome } = await perform({ ask: 'page' }, answer);
      expect(outcome.card?.payload).not.toHaveProperty('link');
      expect(outcome.card?.payload).toMatchObject({ mode: 'page' });
    }
  });
});

describe('a booking', () => {
  const invitee = {
    ...{ uri: `${API}/scheduled_events/E/invitees/I`, event: `${API}/scheduled_events/E` },
    ...{ status: 'active', cancel_url: 'https://calendly.com/c', reschedule_url: 'https://calendly.com/r' },
    tracking: { utm_content: 'e9' },
  };
  const answers = (answer: Answer) => ({
    POST: answer,
    available: times,
    scheduled_events: { body: { collection: [] } },
    event_types: type({ locations: [{ kind: 'physical', location: 'Here 1' }] }),
  });
  const booked = (answer: Answer) =>
    perform(
      { ...choice, attempt: 1 },
      ({ method, url }) =>
        Object.entries(answers(answer)).find(([part]) => `${method} ${url}`.includes(part))?.[1] ?? {},
      { attempt: 1 },
    );

  it('carries the card’s name, and says the place', async () => {
    const { outcome, requests } = await booked({ status: 201, body: { resource: invitee } });
    const sent = requests.filter(({ method }) => method === 'POST');
    expect(sent).toHaveLength(1);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      ...{ event_type: eventTypeUri, start_time: START, location: { kind: 'physical', location: 'Here 1' } },
      tracking: { utm_content: 'e9', utm_term: null },
    });
    expect(outcome).toMatchObject({
      state: 'done',
      card: { payload: { uid: invitee.uri, end: '2036-12-01T13:15:00.000Z', booked: { state: 'booked' } } },
    });
  });

  const refusal = (code: string) => ({ status: 400, body: { details: [{ code, message: 'No.' }] } });
  it.each([
    ['taken', refusal('already_filled'), 'failed', 'never', { slots: [START] }],
    ['page', { status: 403 }, 'failed', 'never', { mode: 'page' }],
    ['page', refusal('odd'), 'failed', 'never', { mode: 'page' }],
    ['busy', { status: 429 }, 'failed', 'safe', {}],
    ['failed', new SendFailed('dns', false, 'no such name'), 'failed', 'safe', {}],
    ['page', new SendFailed('reconnect', false, 'Connect it again.'), 'failed', 'never', { mode: 'page' }],
    ['unknown', new SendFailed('timeout', true, 'late'), 'unknown', 'never', {}],
    ['unknown', { status: 502 }, 'unknown', 'never', {}],
  ] as const)('that ends as %s is told so: %j', async (notice, answer, state, retry, part) => {
    const { outcome, requests } = await booked(answer as Answer);
    expect(outcome).toMatchObject({ state, retry, card: { payload: { notice, attempt: 1, ...part } } });
    expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('goes to the page when the connection is gone', async () => {
    const { outcome } = await perform({ ...choice, attempt: 1 }, null);
    expect(outcome).toMatchObject({ state: 'failed', card: { payload: { notice: 'page', mode: 'page' } } });
  });
});

it('a report moves a booking that is known, and says nothing with another event type', async () => {
  const bookings: NewBooking[] = [];
  const host: CardContext = {
    saveLead: () => undefined,
    saveBooking: (booking) => void bookings.push(booking),
  };
  const payload = await newCard();
  const links = { cancel: 'https://calendly.com/c', reschedule: 'https://calendly.com/r' };
  const report: BookingReport = {
    ...{ key: 'k', change: 'booked', uri: 'u', replacesUri: null, eventTypeUri, reference: 'e' },
    ...{ startAt: START, endAt: START, links },
  };
  const tell = (known: Partial<BookingPayload>, said: Partial<BookingReport>) =>
    executeCalendly.onReport(
      {
        ...{ settings, report: { ...report, ...said } },
        card: { entryId: 'e', state: 'opened', payload: { ...payload, ...known } },
      },
      host,
    );
  expect(tell({}, { eventTypeUri: `${API}/event_types/BBB` })).toBeNull();
  expect(tell({}, { timeZone: 'Asia/Kathmandu' })).toMatchObject({
    payload: { booked: { timeZone: 'Asia/Kathmandu' } },
  });
  expect(tell({}, { timeZone: 'Mars/Base' })).toMatchObject({ payload: { booked: { timeZone: 'UTC' } } });
  bookings.length = 0;
  const booked = tell({}, {})?.payload as unknown as BookingPayload;
  expect(booked.booked).toMatchObject({ state: 'booked', links });
  // Its owner may have chosen another event type since.
  const other = { eventTypeUri: `${API}/event_types/BBB`, change: 'cancelled' } as const;
  expect(tell(booked, other)).toMatchObject({ payload: { booked: { state: 'cancelled' } } });
  expect(bookings.map(({ provider, state }) => [provider, state])).toEqual([
    ['calendly', 'booked'],
    ['calendly', 'cancelled'],
  ]);
});

it('a message of the page is understood, whatever it carries', () => {
  const message = (event: string, payload: unknown = {}) => readCalendlyMessage({ event, payload });
  expect(message('calendly.event_type_viewed')).toEqual({ type: 'ready' });
  expect(message('calendly.page_height', { height: '712.5px' })).toEqual({ type: 'height', pixels: 712 });
  expect(message('calendly.page_height', { height: '100vh' })).toBeNull();
  expect(message('calendly.event_scheduled', { invitee: { uri: 'u' }, event: { uri: 'e' } })).toEqual({
    ...{ type: 'booked', uid: 'u', start: null },
  });
  expect(message('calendly.event_scheduled', null)).toEqual({ type: 'booked', uid: null, start: null });
  expect(message('calendly.event_scheduled', { invitee: { uri: 7 } })).toMatchObject({ uid: null });
  for (const odd of [null, 'calendly', [], { event: 7 }, { event: 'other.event_scheduled' }])
    expect(readCalendlyMessage(odd)).toBeNull();
});
