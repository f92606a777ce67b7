import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CalendlyStandIn } from '../../../demo/stand-ins/calendly/calendly-stand-in.ts';
import { SendFailed } from '../outgoing.ts';
import { cancelScheduledEvent } from './bookings/cancel-scheduled-event.ts';
import { createInvitee, type NewInvitee } from './bookings/create-invitee.ts';
import { readInvitee } from './bookings/read-invitee.ts';
import { readScheduledEvent } from './bookings/read-scheduled-event.ts';
import type { CalendlyPort } from './client/call-calendly.ts';
import { createSchedulingLink } from './create-scheduling-link.ts';
import { subscribe } from './hooks/subscribe.ts';
import { listAvailableTimes } from './list-available-times.ts';
import { listEventTypes } from './list-event-types.ts';
import { pickEventTypes } from './pick-event-types.ts';
import { readUser } from './read-user.ts';

const DAY_MS = 86_400_000;
let calendly: CalendlyStandIn;
let port: CalendlyPort;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

beforeEach(async () => {
  calendly = await CalendlyStandIn.start();
  port = portWith(calendly.authorization.newPersonalToken());
});
afterEach(() => calendly.close());

/** The host, as the client sees it. */
function portWith(token: string): CalendlyPort {
  return {
    addresses: { api: calendly.url, auth: calendly.url },
    async send({ method, url, headers, body, timeoutMs }) {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(url, {
        ...{ method, signal, body },
        headers: [...headers, ['authorization', `Bearer ${token}`]],
      }).catch((error) => {
        throw new SendFailed('timeout', true, String(error));
      });
      const { status } = response;
      return { status, headers: Object.fromEntries(response.headers), text: await response.text(), ms: 1 };
    },
  };
}

async function wish(change: Partial<NewInvitee> = {}): Promise<NewInvitee> {
  const eventType = calendly.account.eventTypes[0]?.uri ?? '';
  const [time] = await listAvailableTimes(port, { eventType, from: inDays(1), to: inDays(6) });
  return {
    ...{ eventType, startAt: time?.startAt ?? '', name: 'Zoë', email: 'zoe@visitor.example' },
    ...{ timezone: 'Europe/Berlin', reference: 'wish-1', user: calendly.account.user.uri, timeoutMs: 3_000 },
    ...change,
  };
}

describe('what is read', () => {
  it('is whose token it is', async () => {
    expect(await readUser(port)).toMatchObject({ name: 'Ada Lindgren', timezone: 'Europe/Berlin' });
  });

  it('is every active event type, page by page', async () => {
    const { account } = calendly;
    const first = account.eventTypes[0];
    if (first) first.active = false;
    for (let more = 0; more < 5; more++)
      account.eventTypes.push({ ...(account.eventTypes[1] as typeof first & object), name: `Visit ${more}` });
    const names: string[] = [];
    let pageToken: string | null = null;
    do {
      const page = await listEventTypes(port, { user: account.user.uri, limit: 2, pageToken });
      names.push(...page.items.map(({ name }) => name ?? ''));
      pageToken = page.nextPageToken;
    } while (pageToken !== null);
    expect(names).toEqual(['Store visit', 'Visit 0', 'Visit 1', 'Visit 2', 'Visit 3', 'Visit 4']);
  });

  it('is the free time of a span that began in the past and is longer than Calendly takes', async () => {
    const eventType = calendly.account.eventTypes[0]?.uri ?? '';
    const times = await listAvailableTimes(port, { eventType, from: inDays(-3), to: inDays(90) });
    const last = Date.parse(times.at(-1)?.startAt ?? '');
    expect(last).toBeGreaterThan(inDays(25).getTime());
    expect(last).toBeLessThan(inDays(32).getTime());
    expect(await listAvailableTimes(port, { eventType, from: inDays(-3), to: inDays(-1) })).toEqual([]);
  });
});

describe('a picker', () => {
  const pick = () => pickEventTypes({ ...port, account: null }, { limit: 50, cursor: null });

  it('has what can be booked', async () => {
    const { items, emptyReason } = await pick();
    expect(items[0]).toMatchObject({
      name: 'Product consultation',
      minutes: 30,
      questions: [{ name: 'What would you like to talk about?', required: false }],
    });
    expect(emptyReason).toBeNull();
  });

  it('says why it is empty, and where to go', async () => {
    for (const type of calendly.account.eventTypes) type.active = false;
    expect((await pick()).emptyReason).toMatchObject({
      code: 'no_active_types',
      url: expect.stringContaining('calendly.com'),
    });
    port = portWith(calendly.authorization.newPersonalToken(['users:read']));
    expect((await pick()).emptyReason).toMatchObject({
      code: 'missing_scope',
      message: expect.stringContaining('event_types:read'),
    });
    port = portWith('taken-back');
    expect((await pick()).emptyReason?.code).toBe('reconnect');
    port = portWith(calendly.authorization.newPersonalToken());
    calendly.faults.failNext = 1;
    expect((await pick()).emptyReason?.code).toBe('unavailable');
  });

  it('refuses a cursor that is none', async () => {
    await expect(
      pickEventTypes({ ...port, account: null }, { limit: 50, cursor: 'made-up' }),
    ).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('a booking', () => {
  it('is made, read, and called off', async () => {
    const wanted = await wish();
    const made = await createInvitee(port, wanted);
    expect(made).toMatchObject({ status: 'active', reference: 'wish-1' });
    expect(await readInvitee(port, made.uri)).toEqual(made);
    const event = await readScheduledEvent(port, made.event);
    expect(event).toMatchObject({ status: 'active', startAt: new Date(wanted.startAt).toISOString() });
    await cancelScheduledEvent(port, made.event, 'The visitor asked for it.');
    expect(await readScheduledEvent(port, made.event)).toMatchObject({ status: 'canceled' });
  });

  it('whose answer is lost is found by its reference, and never made twice', {
    timeout: 30_000,
  }, async () => {
    calendly.faults.commitThenTimeout = 1;
    const made = await createInvitee(port, await wish({ timeoutMs: 300 }));
    expect(made.reference).toBe('wish-1');
    expect(calendly.account.events).toHaveLength(1);
    expect(calendly.requests.filter((request) => request === 'POST /invitees')).toHaveLength(1);
  });

  it('that is somebody else’s at the same time is not taken for ours', { timeout: 30_000 }, async () => {
    calendly.faults.failNext = 0;
    const wanted = await wish();
    await createInvitee(port, wanted);
    calendly.faults.failNext = 1;
    await expect(createInvitee(port, { ...wanted, reference: 'wish-2' })).rejects.toMatchObject({
      status: 500,
      maybeDone: true,
    });
  });

  it('of a time that is taken says so', async () => {
    const wanted = await wish();
    await createInvitee(port, wanted);
    await expect(createInvitee(port, { ...wanted, reference: 'wish-2' })).rejects.toMatchObject({
      ...{ status: 400, code: 'already_filled', maybeDone: false },
      message: expect.stringContaining('already filled'),
    });
  });

  it('on the free plan, and without a scope, is forbidden', async () => {
    const wanted = await wish();
    calendly.account.plan = 'free';
    await expect(createInvitee(port, wanted)).rejects.toMatchObject({ status: 403, code: 'forbidden' });
    calendly.account.plan = 'standard';
    port = portWith(calendly.authorization.newPersonalToken(['scheduled_events:read']));
    await expect(createInvitee(port, wanted)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('beyond ten in a minute has to wait as long as Calendly says', async () => {
    const eventType = calendly.account.eventTypes[0]?.uri ?? '';
    const times = await listAvailableTimes(port, { eventType, from: inDays(1), to: inDays(8) });
    const wanted = await wish();
    for (const { startAt } of times.slice(0, 10)) await createInvitee(port, { ...wanted, startAt });
    const startAt = times[10]?.startAt ?? '';
    const error = await createInvitee(port, { ...wanted, startAt }).catch((thrown) => thrown);
    expect(error).toMatchObject({ status: 429, code: 'rate_limited', maybeDone: false });
    expect(error.retryAfterMs).toBeGreaterThan(50_000);
    expect(error.retryAfterMs).toBeLessThanOrEqual(60_000);
  });

  it.each([
    'https://evil.example/scheduled_events/A/invitees/B',
    'https://api.calendly.com/scheduled_events/A/invitees/B?x=1',
    'https://api.calendly.com/scheduled_events/../users/me',
    'https://api.calendly.com/users/A/invitees/B',
    'https://api.calendly.com@evil.example/scheduled_events/A/invitees/B',
    'https://api.calendly.com/scheduled_events/A%2f..%2fB/invitees/C',
    'javascript:alert(1)',
    '',
  ])('is not looked for at %j', async (uri) => {
    await expect(readInvitee(port, uri)).rejects.toMatchObject({ code: 'bad_uri' });
    expect(calendly.requests).toEqual([]);
  });
});

describe('the rest', () => {
  it('a link for one booking works once', async () => {
    const type = calendly.account.eventTypes[0];
    const link = await createSchedulingLink(port, type?.uri ?? '');
    const [startAt] = calendly.account.freeTimes(
      type as NonNullable<typeof type>,
      Date.now(),
      Date.now() + 5 * DAY_MS,
    );
    const code = new URL(link).pathname.split('/')[2];
    const book = () =>
      fetch(`${calendly.url}/book`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ link: code, time: startAt, name: 'Zoë', email: 'z@v.example', utm: null }),
      });
    expect((await fetch(link)).status).toBe(200);
    expect((await book()).status).toBe(200);
    expect((await fetch(link)).status).toBe(404);
  });

  it('a subscription replaces the one of the same address', async () => {
    const { uri: user, organization } = await readUser(port);
    const target = { url: 'https://bellhop.example/hooks/connections/1', user, organization };
    await subscribe(port, { ...target, signingKey: 'first' });
    await subscribe(port, { ...target, signingKey: 'second' });
    expect(calendly.account.subscriptions).toMatchObject([{ signing_key: 'second' }]);
  });

  it('an answer that cannot be read is said to be that', async () => {
    const broken: CalendlyPort = {
      ...port,
      send: async () => ({ status: 200, headers: {}, text: '<html>', ms: 1 }),
    };
    await expect(readUser(broken)).rejects.toMatchObject({ code: 'unreadable', maybeDone: false });
    const page: CalendlyPort = {
      ...port,
      send: async () => ({ status: 502, headers: {}, text: '<html>', ms: 1 }),
    };
    await expect(readUser(page)).rejects.toMatchObject({ status: 502, code: 'unavailable' });
  });
});
