import type { CalEvent } from './cal-events.ts';
import type { CalFaults } from './cal-faults.ts';
import type { CalStore, StoredBooking } from './cal-store.ts';

export interface CalRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  version: string | undefined;
  hasKey: boolean;
  body: unknown;
}

/** What is behind the API. */
export interface CalWorld {
  faults: CalFaults;
  store: CalStore;
  /** Who wants to be told, and what they are told with. */
  hooks: { url: string; secret: string }[];
}

/** `hang`: it is done, and never answered. */
export type CalAnswer = { status: number; body: object; headers?: Record<string, string> } | 'hang';

const VERSIONS: [RegExp, string][] = [
  [/^\/slots/, '2024-09-04'],
  [/^\/event-types/, '2024-06-14'],
  [/^\/bookings/, '2024-08-13'],
  [/^\/(me|webhooks)/, ''],
];

/** API v2: what it knows, wants, and says when it will not. */
export function answerCalApi(cal: CalWorld, request: CalRequest): CalAnswer {
  const { faults } = cal;
  if (faults.tooMany > 0 && (!faults.tooManyAt || faults.tooManyAt === `${request.method} ${request.path}`)) {
    faults.tooMany -= 1;
    return refuse(429, 'TooManyRequests', 'ThrottlerException: Too Many Requests', { 'retry-after': '1' });
  }
  const [, version] = VERSIONS.find(([pattern]) => pattern.test(request.path)) ?? [];
  if (version === undefined)
    return refuse(404, 'NotFoundException', `Cannot ${request.method} ${request.path}`);
  if (version && request.version !== version)
    return refuse(
      404,
      'NotFoundException',
      `Cannot ${request.method} ${request.path} in version ${request.version}`,
    );
  if (request.method === 'POST' && faults.failNext > 0) {
    faults.failNext -= 1;
    return refuse(500, 'InternalServerErrorException', 'Internal server error');
  }
  return route(cal, request);
}

function route(cal: CalWorld, request: CalRequest): CalAnswer {
  const { method, path, query } = request;
  const [, uid = '', act = ''] = /^\/bookings\/([^/]+)(?:\/(cancel|reschedule))?$/.exec(path) ?? [];
  if (method === 'GET' && path === '/me')
    return request.hasKey
      ? success(200, {
          id: 1,
          username: 'fjell',
          email: 'post@fjell.example',
          name: 'Fjell',
          timeZone: 'Europe/Oslo',
        })
      : refuse(401, 'UnauthorizedException', 'Invalid API Key');
  if (method === 'POST' && path === '/webhooks') {
    if (!request.hasKey) return refuse(401, 'UnauthorizedException', 'Invalid API Key');
    const { subscriberUrl, secret } = request.body as { subscriberUrl: string; secret: string };
    cal.hooks.push({ url: subscriberUrl, secret });
    return success(201, { id: String(cal.hooks.length), subscriberUrl, active: true });
  }
  if (method === 'GET' && path === '/event-types') {
    const event = cal.store.find({
      username: query.get('username') ?? '',
      slug: query.get('eventSlug') ?? '',
    });
    return success(200, event ? [toEventType(event)] : []);
  }
  if (method === 'GET' && path === '/slots') return listSlots(cal, query);
  if (method === 'POST' && path === '/slots/reservations')
    return reserve(cal, request.body as { eventTypeId?: number; slotStart?: string });
  const [, reservation] = /^\/slots\/reservations\/([^/]+)$/.exec(path) ?? [];
  if (method === 'DELETE' && reservation) {
    cal.store.release(reservation);
    return { status: 200, body: { status: 'success' } };
  }
  if (method === 'POST' && path === '/bookings') return book(cal, request.body as NewBooking);
  if (method === 'GET' && path === '/bookings') {
    if (!request.hasKey) return refuse(401, 'UnauthorizedException', 'Invalid API Key');
    const found = cal.store.bookings.filter(({ attendee }) => attendee.email === query.get('attendeeEmail'));
    return success(200, found.reverse().map(toBooking));
  }
  const booking = cal.store.bookings.find((stored) => stored.uid === uid);
  if (!booking)
    return refuse(404, 'NotFoundException', `Booking with uid=${uid} was not found in the database`);
  if (method === 'GET' && !act) return success(200, toBooking(booking));
  if (method !== 'POST') return refuse(404, 'NotFoundException', `Cannot ${method} ${path}`);
  if (act === 'cancel') {
    booking.status = 'cancelled';
    return success(200, toBooking(booking));
  }
  return success(201, toBooking(cal.store.reschedule(booking, (request.body as { start: string }).start)));
}

interface NewBooking {
  eventTypeId?: number;
  eventTypeSlug?: string;
  username?: string;
  start?: string;
  attendee?: { name?: string; email?: string; timeZone?: string };
  bookingFieldsResponses?: Record<string, string>;
  metadata?: Record<string, string>;
}

/** The three ways in which the real one says it. */
const TAKEN: Record<1 | 2 | 3, CalAnswer> = {
  1: refuse(400, 'BadRequestException', 'User either already has booking at this time or is not available'),
  2: refuse(400, 'BadRequestException', 'no_available_users_found_error'),
  3: refuse(409, 'ConflictException', 'The slot is already booked'),
};

function book(cal: CalWorld, body: NewBooking = {}): CalAnswer {
  const { faults, store } = cal;
  const event = store.find(
    body.eventTypeId === undefined
      ? { username: body.username ?? '', slug: body.eventTypeSlug ?? '' }
      : { id: body.eventTypeId },
  );
  if (!event) return refuse(404, 'NotFoundException', 'Event type not found');
  const { name, email, timeZone } = body.attendee ?? {};
  if (!body.start || !name || !timeZone)
    return refuse(400, 'BadRequestException', 'attendee or start is missing');
  const start = new Date(body.start).toISOString();
  if (event.extraField && !body.bookingFieldsResponses?.[event.extraField])
    return refuse(400, 'BadRequestException', `${event.extraField} error_required_field`);
  if (faults.slotTaken) {
    const shape = faults.slotTaken;
    faults.slotTaken = null;
    return TAKEN[shape];
  }
  if (store.isBooked(event, start) || !store.isOffered(event, start)) return TAKEN[1];
  const metadata = body.metadata ?? {};
  const booking = store.book(event, { start, attendee: { name, email: email ?? '', timeZone }, metadata });
  if (!faults.commitThenTimeout) return success(201, toBooking(booking));
  faults.commitThenTimeout = false;
  return 'hang';
}

function reserve(
  cal: CalWorld,
  { eventTypeId = 0, slotStart = '' }: { eventTypeId?: number; slotStart?: string },
): CalAnswer {
  const event = cal.store.find({ id: eventTypeId });
  if (!event) return refuse(404, 'NotFoundException', `Event Type with ID=${eventTypeId} not found`);
  const start = new Date(slotStart).toISOString();
  if (cal.store.isBooked(event, start))
    return refuse(
      422,
      'UnprocessableEntityException',
      "Can't reserve a slot if the event is already booked.",
    );
  if (cal.store.isReserved(event, start))
    return refuse(422, 'UnprocessableEntityException', "Can't reserve a slot that is already reserved.");
  const { reservationUid, reservationUntil } = cal.store.reserve(event, start);
  return success(201, {
    ...{ eventTypeId, slotStart: start, reservationUid, reservationUntil, reservationDuration: 5 },
    slotEnd: new Date(Date.parse(start) + event.minutes * 60_000).toISOString(),
    slotDuration: event.minutes,
  });
}

function listSlots(cal: CalWorld, query: URLSearchParams): CalAnswer {
  const event = cal.store.find({
    username: query.get('username') ?? '',
    slug: query.get('eventTypeSlug') ?? '',
  });
  const [from, to] = [new Date(query.get('start') ?? ''), new Date(query.get('end') ?? '')];
  if (!event) return refuse(404, 'NotFoundException', 'Event Type not found');
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()))
    return refuse(400, 'BadRequestException', 'start and end must be dates');
  const slots = cal.store.listSlots(event, from, to).map((start) => ({ start }));
  return success(
    200,
    Object.groupBy(slots, ({ start }) => start.slice(0, 10)),
  );
}

function toEventType({ id, slug, title, minutes, extraField }: CalEvent) {
  const field = (type: string, slug: string) => ({ type, slug, required: true, isDefault: slug === type });
  return {
    ...{
      id,
      slug,
      title,
      lengthInMinutes: minutes,
      locations: [{ type: 'integration', integration: 'cal-video' }],
    },
    bookingFields: [
      field('name', 'name'),
      field('email', 'email'),
      { type: 'textarea', slug: 'notes', required: false, isDefault: true },
      ...(extraField ? [field('text', extraField)] : []),
    ],
  };
}

function toBooking({ event, attendee, ...booking }: StoredBooking) {
  return {
    ...booking,
    title: `${event.title} between Fjell and ${attendee.name}`,
    hosts: [{ id: 1, name: 'Fjell', email: 'post@fjell.example', timeZone: 'Europe/Oslo' }],
    duration: event.minutes,
    eventTypeId: event.id,
    location: 'integrations:daily',
    attendees: [{ ...attendee, absent: false }],
  };
}

function success(status: number, data: object): CalAnswer {
  return { status, body: { status: 'success', data } };
}

function refuse(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): CalAnswer {
  return {
    status,
    headers,
    body: {
      status: 'error',
      timestamp: '',
      path: '',
      error: { code, message, details: { message, error: code, statusCode: status } },
    },
  };
}
