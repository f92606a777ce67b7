import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readWebhook } from './read-webhook.ts';
import { verifyCalendlyWebhook } from './verify-webhook.ts';

const sign = (time: number | string, body: string | Uint8Array, key = 'a key') =>
  `t=${time},v1=${createHmac('sha256', key).update(`${time}.`).update(body).digest('hex')}`;
const verify = (signature: string | null, body: string | Uint8Array = '{}', signingKey = 'a key') =>
  verifyCalendlyWebhook({ signature, body: Buffer.from(body), signingKey, now: 1_000_000 });

describe('a signature of Calendly', () => {
  it('is over the bytes, whatever they are', () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0x00, 0x7b]);
    expect(verify(sign(1_000_000, bytes), bytes)).toBe(true);
    expect(verify(sign(1_000_000, bytes), bytes.subarray(3))).toBe(false);
  });

  it.each([
    ['three minutes old', sign(999_820, '{}'), true],
    ['a second older', sign(999_819, '{}'), false],
    ['of another key', sign(1_000_000, '{}', 'other'), false],
    ['missing', null, false],
    ['without a time', sign(1_000_000, '{}').replace(/^t=\d+,/, ''), false],
    ['with a time that is no number', sign('1e6', '{}'), false],
    ['cut', sign(1_000_000, '{}').slice(0, -1), false],
    ['in capital letters', sign(1_000_000, '{}').toUpperCase(), false],
    ['followed by more', `${sign(1_000_000, '{}')},v1=00`, false],
  ])('%s', (_, signature, isGood) => {
    expect(verify(signature)).toBe(isGood);
  });

  it('with an empty key is none', () => {
    expect(verify(sign(1_000_000, '{}', ''), '{}', '')).toBe(false);
  });
});

const event = 'https://api.calendly.com/scheduled_events/E1';
const payload = {
  uri: `${event}/invitees/I1`,
  event,
  status: 'active',
  cancel_url: 'https://calendly.com/cancellations/I1',
  reschedule_url: 'https://calendly.com/reschedulings/I1',
  tracking: { utm_content: 'ours' },
  rescheduled: false,
  old_invitee: null,
  scheduled_event: {
    uri: event,
    status: 'active',
    start_time: '2026-12-01T10:00:00Z',
    end_time: '2026-12-01T10:30:00Z',
    event_type: 'https://api.calendly.com/event_types/T1',
  },
};

describe('what a webhook says', () => {
  it('is a booking, with what we gave along', () => {
    expect(readWebhook({ event: 'invitee.created', payload })).toEqual({
      key: `invitee.created ${event}/invitees/I1`,
      change: 'booked',
      uri: `${event}/invitees/I1`,
      replacesUri: null,
      eventTypeUri: 'https://api.calendly.com/event_types/T1',
      startAt: '2026-12-01T10:00:00Z',
      endAt: '2026-12-01T10:30:00Z',
      reference: 'ours',
      links: {
        cancel: 'https://calendly.com/cancellations/I1',
        reschedule: 'https://calendly.com/reschedulings/I1',
      },
    });
  });

  it('is a move, told once: by the new booking, and not by the end of the old one', () => {
    const old = `${event}/invitees/I0`;
    expect(
      readWebhook({ event: 'invitee.created', payload: { ...payload, old_invitee: old } }),
    ).toMatchObject({
      change: 'rescheduled',
      replacesUri: old,
    });
    expect(readWebhook({ event: 'invitee.canceled', payload: { ...payload, rescheduled: true } })).toBeNull();
    expect(readWebhook({ event: 'invitee.canceled', payload })).toMatchObject({ change: 'cancelled' });
  });

  it.each([
    null,
    [],
    'x',
    { event: 'routing_form_submission.created', payload },
    { event: 'invitee.created' },
  ])('%j is nothing that concerns us', (body) => {
    expect(readWebhook(body)).toBeNull();
  });
});
