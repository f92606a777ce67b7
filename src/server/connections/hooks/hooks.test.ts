import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CalendlyStandIn } from '../../../../demo/stand-ins/calendly/calendly-stand-in.ts';
import type { SentWebhook } from '../../../../demo/stand-ins/calendly/webhooks.ts';
import { Harness } from '../../../../tests/harness/harness.ts';
import type { Connection } from '../../../contract/connections/connection.ts';
import type { ConnectionEvents } from '../events.ts';

let calendly: CalendlyStandIn;
let house: Harness;
let connection: Connection;
const reported: ConnectionEvents['booking-reported'][] = [];

beforeAll(async () => {
  calendly = await CalendlyStandIn.start();
  house = await Harness.start({
    egressAllow: calendly.host,
    connectionAddresses: { calendly: { api: calendly.url, auth: calendly.url } },
  });
  house.app.connectionEvents.on('booking-reported', (report) => void reported.push(report));
  connection = await connect();
});
afterAll(async () => {
  await house.close();
  await calendly.close();
});
beforeEach(() => {
  reported.length = 0;
  calendly.webhooks.sent.length = 0;
});

async function connect(): Promise<Connection> {
  const { body } = await house.api<Connection>('POST', '/api/v1/connections', {
    kind: 'calendly',
    credentials: { token: calendly.authorization.newPersonalToken() },
  });
  return body;
}

function book() {
  const { account } = calendly;
  const [type] = account.eventTypes;
  if (!type) throw new Error('nothing to book');
  const [startTime = ''] = account.freeTimes(type, Date.now() + 60_000, Date.now() + 6 * 86_400_000);
  const invitee = account.book(type, {
    ...{ email: 'zoe@visitor.example', name: 'Zoë', timezone: 'Europe/Berlin', startTime },
    tracking: { utm_content: 'turn-1' },
  });
  calendly.webhooks.tell('invitee.created', invitee);
  return invitee;
}

const statuses = async () => {
  await calendly.webhooks.settled();
  return calendly.webhooks.sent.map(({ status }) => status);
};
const post = (body: string, headers: Record<string, string> = {}, id = connection.id) =>
  fetch(`${house.url}/hooks/connections/${id}`, { method: 'POST', headers, body });

describe('what Calendly tells', () => {
  it('is subscribed to when it is connected, once', async () => {
    expect(connection.account).toMatchObject({ hooks: { problem: null } });
    await house.api('POST', `/api/v1/connections/${connection.id}/test`);
    expect(calendly.account.subscriptions).toMatchObject([
      { callback_url: `${house.url}/hooks/connections/${connection.id}` },
    ]);
  });

  it('is passed on: booked, moved, called off', async () => {
    const invitee = book();
    expect(await statuses()).toEqual([204]);
    const { workspaceId, connectionId, report } = reported[0] as (typeof reported)[number];
    expect({ connectionId, report }).toMatchObject({
      connectionId: connection.id,
      report: { change: 'booked', uri: invitee.uri, reference: 'turn-1' },
    });
    expect(workspaceId).not.toBe('');
    const [type] = calendly.account.eventTypes;
    const times = calendly.account.freeTimes(
      type as NonNullable<typeof type>,
      Date.now() + 60_000,
      Date.now() + 6e8,
    );
    const moved = calendly.reschedule(invitee, times.at(-1) ?? '');
    expect(await statuses()).toEqual([204, 204, 204]);
    expect(reported[1]?.report).toMatchObject({ change: 'rescheduled', replacesUri: invitee.uri });
    const event = calendly.account.events.find(({ uri }) => uri === moved.event);
    if (event) calendly.account.cancel(event);
    calendly.webhooks.tell('invitee.canceled', moved);
    await statuses();
    expect(reported.map(({ report: { change } }) => change)).toEqual(['booked', 'rescheduled', 'cancelled']);
  });

  it('is passed on once, however often it comes', async () => {
    book();
    await statuses();
    const [sent] = calendly.webhooks.sent as [SentWebhook];
    await Promise.all([1, 2, 3, 4].map(() => calendly.webhooks.repeat(sent)));
    expect(await statuses()).toEqual([204, 204, 204, 204, 204]);
    expect(reported).toHaveLength(1);
  });

  it('is told again where a process died before it was listened to', async () => {
    book();
    await statuses();
    await house.pool.query(
      `update booking_reports set told_at = null, created_at = now() - interval '2 minutes'`,
    );
    const untold = (await house.pool.query('select 1 from booking_reports')).rowCount;
    reported.length = 0;
    await house.app.sweepConnections();
    expect(reported).toHaveLength(untold ?? -1);
    await house.app.sweepConnections();
    expect(reported).toHaveLength(untold ?? -1);
  });
});

describe('what others say', () => {
  it('is refused without a good signature, and nothing of it is kept', async () => {
    book();
    await statuses();
    const [{ body, headers }] = calendly.webhooks.sent as [SentWebhook];
    const before = (await house.pool.query('select 1 from booking_reports')).rowCount;
    reported.length = 0;
    const changed = body.replace('turn-1', 'turn-2');
    const refused = await Promise.all([
      post(body),
      post(changed, headers),
      post(body, { ...headers, 'Calendly-Webhook-Signature': 't=1,v1=00' }),
      post('', headers),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect((await house.pool.query('select 1 from booking_reports')).rowCount).toBe(before);
    expect(reported).toEqual([]);
  });

  it('is refused for a connection that is not, that is another one, and when it is too long', async () => {
    book();
    await statuses();
    const [{ body, headers }] = calendly.webhooks.sent as [SentWebhook];
    const other = await connect();
    expect((await post(body, headers, 'made-up')).status).toBe(404);
    expect((await post(body, headers, other.id)).status).toBe(401);
    expect((await post('x'.repeat(300_000))).status).toBe(413);
  });
});

describe('where Calendly does not tell', () => {
  it('the connection works all the same, and says why', async () => {
    calendly.account.plan = 'free';
    const free = await connect();
    calendly.account.plan = 'standard';
    expect(free).toMatchObject({
      state: 'connected',
      account: { hooks: { problem: expect.stringContaining('paid plans') } },
    });
    expect((await post('{}', {}, free.id)).status).toBe(404);
    const { body } = await house.api<Connection>('POST', `/api/v1/connections/${free.id}/test`);
    expect(body.account).toMatchObject({ hooks: { problem: null } });
  });
});
