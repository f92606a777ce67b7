import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CalClient, calClient } from '../../src/connections/cal/cal-client.ts';
import { startPrism } from './start-prism.ts';

const { PRISM_BIN, CAL_OPENAPI } = process.env;
const isGiven = Boolean(PRISM_BIN && CAL_OPENAPI);
const title = isGiven
  ? 'the client and Cal.com’s document'
  : 'the client and Cal.com’s document (skipped: set PRISM_BIN and CAL_OPENAPI)';

describe.skipIf(!isGiven)(title, () => {
  let prism: Awaited<ReturnType<typeof startPrism>>;
  beforeAll(async () => {
    prism = await startPrism(CAL_OPENAPI ?? '', { probe: '/v2/me', strict: false });
  }, 60_000);
  afterAll(() => prism.stop());

  const clientWith = (prefer: string | null = null) =>
    calClient({ api: `${prism.api}/v2`, send: prism.sendWith(prefer), timeoutMs: 10_000 });
  const start = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const event = { username: 'ada', eventTypeSlug: '30min' };
  const booking = {
    ...{ event, start, metadata: { bellhop: 'entry-1' } },
    attendee: { name: 'Zoë', email: 'zoe@visitor.example', timeZone: 'Europe/Berlin', language: 'en' },
  } as const;

  it.each<[string, (client: CalClient) => Promise<unknown>]>([
    ['an event', (client) => client.findEventType(event)],
    ['slots', (client) => client.listSlots(event, start, start)],
    ['a reservation', (client) => client.reserve(7, start)],
    ['the end of one', (client) => client.release('uid-1')],
    ['a booking', (client) => client.book(booking)],
    ['a booking that is read', (client) => client.getBooking('uid-1')],
    ['bookings', (client) => client.listBookings('zoe@visitor.example')],
    ['a subscription', (client) => client.subscribe('https://bellhop.example/hooks/1', 'a-secret-of-ours')],
    ['who it is', (client) => client.readMe()],
  ])('%s: the request is as the document has it, and the answer is understood', async (_, use) => {
    prism.sent.length = 0;
    await use(clientWith());
    expect(prism.sent.length).toBeGreaterThan(0);
    // A request that the document does not allow is answered 4xx; some of its own examples do not fit its schemas.
    expect(prism.sent.filter(({ status }) => status >= 300)).toEqual([]);
  });
});
