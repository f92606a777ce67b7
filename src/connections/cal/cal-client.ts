import type { z } from 'zod';
import { type Send, SendFailed } from '../outgoing.ts';
import {
  anyAnswer,
  bookingAnswer,
  bookingsAnswer,
  type CalBooking,
  type CalEventType,
  eventTypesAnswer,
  meAnswer,
  reservationAnswer,
  slotsAnswer,
} from './cal-answers.ts';
import { CalFailed } from './cal-failed.ts';
import { judgeCalAnswer } from './judge-cal-answer.ts';
import type { CalEventRef } from './parse-cal-link.ts';

/** Each endpoint has a version of its own; without one it answers in an older shape. */
const VERSIONS = {
  slots: '2024-09-04',
  eventTypes: '2024-06-14',
  bookings: '2024-08-13',
  me: '2024-06-14',
  webhooks: '2024-06-14',
};

export interface CalClientOptions {
  /** Where the API is, without a trailing slash. */
  api: string;
  /** With the credentials of a connection, or as anybody. */
  send: Send;
  /** Milliseconds for one request. */
  timeoutMs: number;
}

export interface NewCalBooking {
  event: CalEventRef | { eventTypeId: number };
  /** ISO 8601, UTC. */
  start: string;
  attendee: { name: string; email: string; timeZone: string; language?: string };
  metadata: Record<string, string>;
}

export type CalClient = ReturnType<typeof calClient>;

/** Cal.com's API v2, as far as it is used here. Every call throws `CalFailed`. */
export function calClient({ api, send, timeoutMs }: CalClientOptions) {
  async function ask<Answer extends z.ZodType<{ data?: unknown }>>(
    answer: Answer,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    { version, query, body }: { version: string; query?: Record<string, string>; body?: object },
  ): Promise<z.infer<Answer>['data']> {
    const isWrite = method !== 'GET';
    const search = query ? `?${new URLSearchParams(query)}` : '';
    const headers: [string, string][] = [['cal-api-version', version]];
    if (body) headers.push(['content-type', 'application/json']);
    let response: Awaited<ReturnType<Send>>;
    try {
      response = await send({
        method,
        url: `${api}${path}${search}`,
        headers,
        body: body ? JSON.stringify(body) : null,
        secretHeaders: [],
        hasSecret: false,
        timeoutMs,
      });
    } catch (error) {
      if (!(error instanceof SendFailed)) throw error;
      if (error.reason === 'reconnect') throw new CalFailed('unauthorised', error.message);
      throw new CalFailed(isWrite && error.maybeSent ? 'unknown' : 'unreachable', error.message);
    }
    judgeCalAnswer(response, isWrite);
    try {
      return answer.parse(JSON.parse(response.text)).data;
    } catch (cause) {
      const message = `Cal.com answered ${method} ${path} in another shape than version ${version} has`;
      throw Object.assign(new CalFailed(isWrite ? 'unknown' : 'unreachable', message, response), { cause });
    }
  }

  return {
    /** The public event of this name. Of a team's there is none without its key. */
    async findEventType(event: CalEventRef): Promise<CalEventType | null> {
      if (!('username' in event)) return null;
      const { username, eventTypeSlug, organizationSlug } = event;
      const query = {
        username,
        eventSlug: eventTypeSlug,
        ...(organizationSlug ? { orgSlug: organizationSlug } : {}),
      };
      const found = await ask(eventTypesAnswer, 'GET', '/event-types', {
        version: VERSIONS.eventTypes,
        query,
      });
      return found.find(({ slug }) => slug === eventTypeSlug) ?? null;
    },

    /** Starts that can be booked, in UTC, in their order. `from`, `to`: ISO 8601. */
    async listSlots(event: CalEventRef, from: string, to: string): Promise<string[]> {
      const query = { ...event, start: from, end: to, timeZone: 'UTC' };
      const days = await ask(slotsAnswer, 'GET', '/slots', { version: VERSIONS.slots, query });
      return Object.values(days)
        .flat()
        .map(({ start }) => new Date(start).toISOString())
        .sort();
    },

    /** Holds a slot for some minutes, so that nobody else books it meanwhile. */
    reserve: (eventTypeId: number, slotStart: string): Promise<{ reservationUid: string }> =>
      ask(reservationAnswer, 'POST', '/slots/reservations', {
        version: VERSIONS.slots,
        body: { eventTypeId, slotStart },
      }),

    /** Lets a slot go that was held for a booking which came to nothing. */
    async release(reservationUid: string): Promise<void> {
      const path = `/slots/reservations/${encodeURIComponent(reservationUid)}`;
      await ask(anyAnswer, 'DELETE', path, { version: VERSIONS.slots });
    },

    book: ({ event, ...booking }: NewCalBooking): Promise<CalBooking> =>
      ask(bookingAnswer, 'POST', '/bookings', { version: VERSIONS.bookings, body: { ...event, ...booking } }),

    getBooking: (uid: string): Promise<CalBooking> =>
      ask(bookingAnswer, 'GET', `/bookings/${encodeURIComponent(uid)}`, { version: VERSIONS.bookings }),

    /** Needs a key. */
    listBookings: (attendeeEmail: string): Promise<CalBooking[]> =>
      ask(bookingsAnswer, 'GET', '/bookings', {
        version: VERSIONS.bookings,
        query: { attendeeEmail, sortCreated: 'desc', take: '50' },
      }),

    /** Has bookings told of at this address, signed with this key. */
    async subscribe(subscriberUrl: string, secret: string): Promise<void> {
      const triggers = [
        'BOOKING_CREATED',
        'BOOKING_RESCHEDULED',
        'BOOKING_CANCELLED',
        'BOOKING_REJECTED',
        'BOOKING_PAID',
      ];
      const body = { active: true, subscriberUrl, triggers, secret };
      await ask(anyAnswer, 'POST', '/webhooks', { version: VERSIONS.webhooks, body });
    },

    /** Whose key it is. */
    readMe: () => ask(meAnswer, 'GET', '/me', { version: VERSIONS.me }),
  };
}
