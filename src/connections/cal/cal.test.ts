import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type IncomingResponse, type OutgoingRequest, SendFailed } from '../outgoing.ts';
import { calClient } from './cal-client.ts';
import { findCalApi } from './find-cal-api.ts';
import { parseCalLink, toEventRef } from './parse-cal-link.ts';
import { readCalWebhook } from './read-cal-webhook.ts';
import { verifyCalWebhook } from './verify-cal-webhook.ts';

describe('a link', () => {
  it.each([
    ['ada/30min', 'https://cal.com', 'ada/30min'],
    ['/ada/30min/', 'https://cal.com', 'ada/30min'],
    ['ada.lovelace/30min', 'https://cal.com', 'ada.lovelace/30min'],
    ['team/sales/demo', 'https://cal.com', 'team/sales/demo'],
    ['cal.com/ada/30min', 'https://cal.com', 'ada/30min'],
    ['https://cal.com/ada/30min?month=2026-12', 'https://cal.com', 'ada/30min'],
    ['https://app.cal.com/ada/30min/embed', 'https://cal.com', 'ada/30min'],
    ['https://acme.cal.com/ada/30min', 'https://acme.cal.com', 'ada/30min'],
    ['https://meet.example.org/ada/30min', 'https://meet.example.org', 'ada/30min'],
    ['meet.example.org/ada/30min', 'https://meet.example.org', 'ada/30min'],
    ['http://127.0.0.1:3000/ada/30min', 'http://127.0.0.1:3000', 'ada/30min'],
  ])('%s is understood', (text, origin, calLink) => {
    expect(parseCalLink(text)).toEqual({ origin, calLink });
  });

  it.each([
    '',
    'ada',
    'https://cal.com/',
    'https://cal.com/ada',
    'javascript:alert(1)/x',
    'ftp://cal.com/ada/30min',
    'https://user:pass@cal.com/ada/30min',
    'ada/30 min"><script>',
    '../../x',
    'ada/x/y/z',
    'https://cal.com/team/a/b/c',
  ])('%s is refused, in words', (text) => {
    expect(parseCalLink(text)).toBeTypeOf('string');
  });

  it('names the event for the API, or is for the page only', () => {
    const refOf = (text: string) => toEventRef(parseCalLink(text) as { origin: string; calLink: string });
    expect(refOf('ada/30min')).toEqual({ username: 'ada', eventTypeSlug: '30min' });
    expect(refOf('team/sales/demo')).toEqual({ teamSlug: 'sales', eventTypeSlug: 'demo' });
    expect(refOf('https://acme.cal.com/ada/30min')).toEqual({
      username: 'ada',
      eventTypeSlug: '30min',
      organizationSlug: 'acme',
    });
    expect(refOf('ada+bob/30min')).toBeNull();
    expect(refOf('d/abc123/30min')).toBeNull();
  });

  it('decides which API is asked: the operator can move the cloud’s, and nobody else’s', () => {
    expect(findCalApi('https://cal.com')).toBe('https://api.cal.com/v2');
    expect(findCalApi('https://acme.cal.com', 'http://127.0.0.1:1/v2')).toBe('http://127.0.0.1:1/v2');
    expect(findCalApi('https://notcal.com', 'http://127.0.0.1:1/v2')).toBe('https://notcal.com/api/v2');
  });
});

const event = { username: 'ada', eventTypeSlug: '30min' };
const booking = {
  event,
  start: '2026-12-01T13:00:00Z',
  attendee: { name: 'A', email: 'a@b.example', timeZone: 'UTC' },
  metadata: {},
};

function clientOf(answer: Partial<IncomingResponse> | SendFailed) {
  const requests: OutgoingRequest[] = [];
  const client = calClient({
    api: 'https://api.cal.com/v2',
    timeoutMs: 1_000,
    async send(request) {
      requests.push(request);
      if (answer instanceof SendFailed) throw answer;
      return { status: 200, headers: {}, text: '', ms: 1, ...answer };
    },
  });
  return { client, requests };
}

const says = (error: object | string, message = '') => JSON.stringify({ status: 'error', error, message });

describe('the client', () => {
  it('names the version of each endpoint, and reads times in any offset', async () => {
    const { client, requests } = clientOf({
      text: JSON.stringify({
        status: 'success',
        data: {
          '2026-12-01': [{ start: '2026-12-01T14:00:00.000+01:00' }, { start: '2026-12-01T09:00:00Z' }],
        },
      }),
    });
    expect(await client.listSlots(event, '2026-12-01', '2026-12-02')).toEqual([
      '2026-12-01T09:00:00.000Z',
      '2026-12-01T13:00:00.000Z',
    ]);
    expect(requests[0]?.headers).toContainEqual(['cal-api-version', '2024-09-04']);
    expect(requests[0]?.url).toBe(
      'https://api.cal.com/v2/slots?username=ada&eventTypeSlug=30min&start=2026-12-01&end=2026-12-02&timeZone=UTC',
    );
  });

  it.each([
    [
      400,
      says({
        code: 'BadRequestException',
        message: 'User either already has booking at this time or is not available',
      }),
      'taken',
    ],
    [400, says('x', 'no_available_users_found_error'), 'taken'],
    [409, says('ConflictException'), 'taken'],
    [400, says({ message: 'phone error_required_field' }), 'refused'],
    [401, says('Invalid API Key'), 'unauthorised'],
    [404, '<html>', 'not_found'],
    [429, '', 'busy'],
    [500, '', 'unknown'],
    [502, 'Bad gateway', 'unknown'],
    [201, 'not json', 'unknown'],
    [201, '{"status":"success","data":{}}', 'unknown'],
  ])('a booking that is answered with %i %s is %s', async (status, text, reason) => {
    const { client } = clientOf({ status, text });
    await expect(client.book(booking)).rejects.toMatchObject({ reason });
  });

  it('knows how long to wait, and whether anything was sent', async () => {
    const { client } = clientOf({ status: 429, headers: { 'retry-after': '3' } });
    await expect(client.book(booking)).rejects.toMatchObject({ retryAfterMs: 3_000 });
    await expect(clientOf(new SendFailed('blocked', false, 'no')).client.book(booking)).rejects.toMatchObject(
      { reason: 'unreachable' },
    );
    await expect(
      clientOf(new SendFailed('timeout', true, 'late')).client.book(booking),
    ).rejects.toMatchObject({ reason: 'unknown' });
    await expect(
      clientOf(new SendFailed('timeout', true, 'late')).client.listSlots(event, '', ''),
    ).rejects.toMatchObject({ reason: 'unreachable' });
  });
});

describe('a webhook', () => {
  it('is valid with the signature of its very bytes, and without a secret never', () => {
    const body = '{"a":"ë"}';
    const sign = (key: string) => createHmac('sha256', key).update(body).digest('hex');
    expect(verifyCalWebhook(body, sign('s'), 's')).toBe(true);
    expect(verifyCalWebhook(Buffer.from(body), sign('s').toUpperCase(), 's')).toBe(true);
    expect(verifyCalWebhook('{"a": "ë"}', sign('s'), 's')).toBe(false);
    expect(verifyCalWebhook(body, sign('other'), 's')).toBe(false);
    expect(verifyCalWebhook(body, sign(''), '')).toBe(false);
    expect(verifyCalWebhook(body, undefined, 's')).toBe(false);
  });

  it('is one thing however often it is told; what is no booking, or of another shape, is nothing', () => {
    const payload = {
      uid: 'u1',
      startTime: '2026-12-01T14:00:00+01:00',
      endTime: '2026-12-01T14:30:00+01:00',
      metadata: { bellhop: 'e1' },
    };
    const told = { triggerEvent: 'BOOKING_CREATED', createdAt: '2026-11-01T00:00:00Z', payload };
    expect(readCalWebhook(told)).toMatchObject({
      change: 'booked',
      uri: 'u1',
      startAt: '2026-12-01T13:00:00.000Z',
      reference: 'e1',
    });
    expect(readCalWebhook(told)?.key).toBe(readCalWebhook(structuredClone(told))?.key);
    expect(readCalWebhook({ ...told, triggerEvent: 'BOOKING_REQUESTED' })).toBeNull();
    expect(readCalWebhook({ ...told, triggerEvent: 'toString' })).toBeNull();
    expect(readCalWebhook({ ...told, payload: { ...payload, startTime: 'soon' } })).toBeNull();
    for (const odd of [null, [], 'x', {}]) expect(readCalWebhook(odd)).toBeNull();
  });
});
