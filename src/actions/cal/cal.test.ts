import { describe, expect, it } from 'vitest';
import { type OutgoingRequest, SendFailed } from '../../connections/outgoing.ts';
import type { BookingPayload } from '../booking/payload.ts';
import { type CardContext, CardInvalid, type JsonObject, type NewBooking } from '../define.ts';
import type { CallPort } from '../define-call.ts';
import { cal } from './action.ts';
import { executeCal } from './execute.ts';
import { readCalMessage } from './read-message.ts';

const settings = { link: 'https://cal.com/ada/30min', connectionId: null };
const context = { visitorWords: () => ['I am Ada'], readContact: async () => ({}), mute: () => undefined };
const SLOT = '2036-12-01T13:00:00.000Z';

async function newCard(): Promise<BookingPayload> {
  const { card } = await executeCal.run({ settings, inputs: {}, past: [] }, context);
  return card?.payload as unknown as BookingPayload;
}

function cardContext() {
  const bookings: NewBooking[] = [];
  const host: CardContext = {
    saveLead: () => undefined,
    saveBooking: (booking) => void bookings.push(booking),
  };
  return { host, bookings };
}

function portOf(answer: (request: OutgoingRequest) => { status?: number; body?: object } | SendFailed) {
  const requests: OutgoingRequest[] = [];
  const port: CallPort = {
    idempotencyKey: 'k',
    timeLeftMs: 1_000,
    revealSecrets: async () => new Map(),
    providerUrl: () => undefined,
    openConnection: async () => null,
    async send(request) {
      requests.push(request);
      const given = answer(request);
      if (given instanceof SendFailed) throw given;
      return { status: given.status ?? 200, headers: {}, text: JSON.stringify(given.body ?? {}), ms: 1 };
    },
  };
  return { port, requests };
}

const use = (
  op: 'open' | 'submit' | 'booked' | 'confirm',
  payload: BookingPayload,
  state: 'offered' | 'opened' | 'submitted' | 'booked',
  values: JsonObject = {},
) =>
  executeCal.onCard?.(
    { settings, op, values, card: { entryId: 'e', state, payload: { ...payload } } },
    cardContext().host,
  );

describe('settings', () => {
  it('take a link, or fall back on the one of the workspace, and say what is missing', () => {
    expect(cal.settings.safeParse({ link: 'nope' }).success).toBe(false);
    const bare = cal.settings.parse({});
    expect(cal.complete?.(bare, { eventLink: 'ada/30min' })).toMatchObject({ link: 'ada/30min' });
    expect(cal.complete?.({ ...bare, link: 'bob/15' }, { eventLink: 'ada/30min' })).toMatchObject({
      link: 'bob/15',
    });
    expect(cal.complete?.(bare, { eventLink: null })).toContain('eventLink');
  });

  it('name the origins that are framed', () => {
    expect(cal.frameOrigins?.(settings)).toEqual(['https://app.cal.com', 'https://cal.com']);
    expect(cal.frameOrigins?.({ ...settings, link: 'https://meet.example.org/a/b' })).toEqual([
      'https://meet.example.org',
    ]);
  });
});

describe('the card', () => {
  it('is offered once, promises nothing, and has the visitor’s own words filled in only', async () => {
    const offered = await executeCal.run(
      { settings, inputs: { name: 'Ada', email: 'x@y.example' }, past: [] },
      context,
    );
    expect(offered).toMatchObject({
      result: { status: 'offered' },
      card: { payload: { mode: 'new', name: 'Ada', email: '' } },
    });
    const again = await executeCal.run(
      { settings, inputs: {}, past: [{ entryId: 'e', state: 'opened' }] },
      context,
    );
    expect(again).toEqual({ result: { status: 'already_open' } });
  });

  it('asks for times when it is seen, and not again while they are fresh', async () => {
    const payload = await newCard();
    expect(await use('open', payload, 'offered')).toEqual({
      state: 'opened',
      step: { effect: 'read', values: { ask: 'slots' } },
    });
    const fresh = { ...payload, mode: 'slots' as const, readAt: new Date().toISOString() };
    expect(await use('open', fresh, 'opened')).toEqual({ state: 'opened' });
  });

  it('shows the page at once for links that the API does not know', async () => {
    const payload = { ...(await newCard()), link: 'https://cal.com/d/secret/30min' };
    expect(await use('open', payload, 'offered')).toMatchObject({
      state: 'opened',
      payload: { mode: 'page' },
    });
  });

  it('books what was on offer, under one name however often it is pressed', async () => {
    const payload: BookingPayload = { ...(await newCard()), mode: 'slots', slots: [SLOT] };
    const values = {
      start: SLOT,
      timeZone: 'Europe/Berlin',
      name: ' Ada ',
      email: 'ada@example.com',
      language: 'de',
    };
    const first = await use('submit', payload, 'opened', values);
    expect(first).toMatchObject({
      state: 'submitted',
      payload: { attempt: 1, choice: { name: 'Ada' } },
      step: { effect: 'write', name: '1' },
    });
    const second = await use('submit', first?.payload as unknown as BookingPayload, 'submitted', values);
    expect(second?.step).toEqual(first?.step);
    await expect(
      use('submit', payload, 'opened', { ...values, start: '2036-12-01T14:00:00.000Z' }),
    ).rejects.toThrow(CardInvalid);
    await expect(use('submit', payload, 'opened', { ...values, email: '' })).rejects.toThrow(CardInvalid);
    expect(await use('confirm', payload, 'opened')).toBeNull();
  });

  it('sends nothing again when nobody knows what came of it', async () => {
    const payload: BookingPayload = {
      ...(await newCard()),
      mode: 'slots',
      slots: [SLOT],
      attempt: 1,
      notice: 'unknown',
    };
    expect(await use('submit', payload, 'submitted', {})).toEqual({ state: 'submitted' });
    expect(await use('open', payload, 'submitted')).toMatchObject({ step: { effect: 'read' } });
  });
});

describe('the second step', () => {
  const choice = {
    start: SLOT,
    timeZone: 'Europe/Berlin',
    name: 'Ada',
    email: 'ada@example.com',
    language: 'de',
  };
  const submitted = async (): Promise<BookingPayload> => ({
    ...(await newCard()),
    mode: 'slots',
    slots: [SLOT],
    attempt: 1,
    choice,
  });

  it('falls back on the page when the API cannot be reached', async () => {
    const payload = await newCard();
    const { port } = portOf(() => new SendFailed('dns', false, 'no such name'));
    const outcome = await executeCal.performStep(
      { settings, values: { ask: 'slots' }, payload: { ...payload }, entryId: 'e' },
      port,
    );
    const concluded = executeCal.conclude(
      {
        settings,
        card: { entryId: 'e', state: 'opened', payload: { ...payload } },
        outcome: { state: outcome.state, payload: outcome.card?.payload ?? null },
      },
      cardContext().host,
    );
    expect(concluded).toMatchObject({ state: 'opened', payload: { mode: 'page', slots: [] } });
  });

  it('sends one booking with the card’s name in it, and a timeout after it is never a failure', async () => {
    const payload = await submitted();
    const { port, requests } = portOf(({ method, url }) =>
      method === 'GET'
        ? { body: { status: 'success', data: [] } }
        : url.endsWith('/bookings')
          ? new SendFailed('timeout', true, 'late')
          : {},
    );
    const outcome = await executeCal.performStep(
      { settings, values: { ...choice, attempt: 1 }, payload: { ...payload }, entryId: 'e9' },
      port,
    );
    expect(outcome).toMatchObject({ state: 'unknown', retry: 'never' });
    const sent = requests.filter(({ method }) => method === 'POST');
    expect(sent).toHaveLength(1);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      username: 'ada',
      eventTypeSlug: '30min',
      start: SLOT,
      attendee: { name: 'Ada', email: 'ada@example.com', timeZone: 'Europe/Berlin', language: 'de' },
      metadata: { bellhop: 'e9', attempt: '1' },
    });
  });

  it('concludes the same however often it is asked, and an older attempt says nothing', async () => {
    const payload = await submitted();
    const { host, bookings } = cardContext();
    const booked = { state: 'booked' as const, start: SLOT, timeZone: 'UTC', email: '', links: {} };
    const outcome = (attempt: number) => ({ state: 'done' as const, payload: { attempt, uid: 'u', booked } });
    const on = (state: 'submitted' | 'booked', attempt: number) =>
      executeCal.conclude(
        { settings, card: { entryId: 'e', state, payload: { ...payload } }, outcome: outcome(attempt) },
        host,
      );
    expect(on('submitted', 0)).toBeNull();
    expect(on('submitted', 1)).toMatchObject({
      state: 'booked',
      payload: { booked, slots: [], choice: null },
    });
    expect(on('booked', 1)).toBeNull();
    expect(bookings).toMatchObject([{ provider: 'cal', uid: 'u', state: 'booked' }]);
  });
});

it('a message of the page is understood, whatever it carries', () => {
  const message = (type: string, data: unknown = {}) => readCalMessage({ originator: 'CAL', type, data });
  expect(message('__iframeReady')).toEqual({ type: 'ready' });
  expect(message('linkFailed')).toEqual({ type: 'failed' });
  expect(message('__dimensionChanged', { iframeHeight: 700 })).toEqual({ type: 'height', pixels: 700 });
  expect(message('__dimensionChanged', { iframeHeight: '9'.repeat(9) })).toBeNull();
  expect(message('bookingSuccessfulV2', { uid: 'u', startTime: SLOT })).toEqual({
    type: 'booked',
    uid: 'u',
    start: SLOT,
  });
  expect(message('bookingSuccessfulV2', null)).toEqual({ type: 'booked', uid: null, start: null });
  for (const odd of [null, 'CAL', [], { originator: 'OTHER', type: 'linkReady' }])
    expect(readCalMessage(odd)).toBeNull();
  expect(message('bookingSuccessful', { uid: 'old' })).toBeNull();
});
