import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelScheduledEvent } from '../../src/connections/calendly/bookings/cancel-scheduled-event.ts';
import { createInvitee } from '../../src/connections/calendly/bookings/create-invitee.ts';
import { findInvitee } from '../../src/connections/calendly/bookings/find-invitee.ts';
import { readInvitee } from '../../src/connections/calendly/bookings/read-invitee.ts';
import { readScheduledEvent } from '../../src/connections/calendly/bookings/read-scheduled-event.ts';
import type { CalendlyPort } from '../../src/connections/calendly/client/call-calendly.ts';
import { createSchedulingLink } from '../../src/connections/calendly/create-scheduling-link.ts';
import { subscribe } from '../../src/connections/calendly/hooks/subscribe.ts';
import { listAvailableTimes } from '../../src/connections/calendly/list-available-times.ts';
import { listEventTypes } from '../../src/connections/calendly/list-event-types.ts';
import { readUser } from '../../src/connections/calendly/read-user.ts';
import { startPrism } from './start-prism.ts';

/**
 * The client against a mock that checks every request against Calendly's OpenAPI document, and answers by it. Neither is part
 * of this repository: PRISM_BIN is Prism's program, CALENDLY_OPENAPI the document.
 */
const { PRISM_BIN, CALENDLY_OPENAPI } = process.env;
const isGiven = Boolean(PRISM_BIN && CALENDLY_OPENAPI);
const title = isGiven
  ? 'the client and Calendly’s document'
  : 'the client and Calendly’s document (skipped: set PRISM_BIN and CALENDLY_OPENAPI)';

const id = (path: string) => `https://api.calendly.com/${path}`;
const EVENT = id('scheduled_events/AAAAAAAAAAAAAAAA');
const TYPE = id('event_types/AAAAAAAAAAAAAAAA');
const USER = id('users/AAAAAAAAAAAAAAAA');

describe.skipIf(!isGiven)(title, () => {
  let prism: Awaited<ReturnType<typeof startPrism>>;
  beforeAll(async () => {
    prism = await startPrism(CALENDLY_OPENAPI ?? '', { probe: '/users/me', strict: true });
  }, 60_000);
  afterAll(() => prism.stop());

  const portWith = (prefer: string | null = null): CalendlyPort => ({
    addresses: { api: prism.api, auth: prism.api },
    send: prism.sendWith(prefer),
  });

  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const wish = {
    ...{ eventType: TYPE, startAt: inDays(2).toISOString(), user: USER, reference: 'turn-1' },
    ...{ name: 'Zoë', email: 'zoe@visitor.example', timezone: 'Europe/Berlin' },
    location: { kind: 'zoom_conference' },
    answers: [{ question: 'What about?', answer: 'Shoes', position: 0 }],
  };
  const subscription = {
    ...{ url: 'https://bellhop.example/hooks/1', user: USER, signingKey: 'a-signing-key-of-ours' },
    organization: id('organizations/AAAAAAAAAAAAAAAA'),
  };

  it.each<[string, (port: CalendlyPort) => Promise<unknown>]>([
    ['who it is', readUser],
    ['event types', (port) => listEventTypes(port, { user: USER, limit: 100, pageToken: null })],
    ['times', (port) => listAvailableTimes(port, { eventType: TYPE, from: inDays(0), to: inDays(40) })],
    ['a link', (port) => createSchedulingLink(port, TYPE)],
    ['a booking', (port) => createInvitee(port, wish)],
    ['a booking that is looked for', (port) => findInvitee(port, wish)],
    ['an invitee', (port) => readInvitee(port, `${EVENT}/invitees/AAAAAAAAAAAAAAAA`)],
    ['an event', (port) => readScheduledEvent(port, EVENT)],
    ['a cancellation', (port) => cancelScheduledEvent(port, EVENT, 'The visitor asked for it.')],
    ['a subscription', (port) => subscribe(port, subscription)],
  ])('%s: the request is as the document has it, and the answer is understood', async (_, use) => {
    prism.sent.length = 0;
    await use(portWith());
    expect(prism.sent.length).toBeGreaterThan(0);
    expect(prism.sent.filter(({ status, violations }) => status >= 300 || violations !== undefined)).toEqual(
      [],
    );
  });

  it.each([
    [429, 'rate_limited'],
    [403, 'forbidden'],
    [400, 'invalid'],
  ])('status %i is understood', async (status, code) => {
    const port = portWith(`code=${status}`);
    await expect(createInvitee(port, wish)).rejects.toMatchObject({ status, maybeDone: false });
    await expect(createInvitee(port, wish)).rejects.toMatchObject(
      status === 400 ? { status } : { status, code },
    );
  });
});
