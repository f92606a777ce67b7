import type { CalEventType } from '../../connections/cal/cal-answers.ts';
import type { CalClient } from '../../connections/cal/cal-client.ts';
import { CalFailed } from '../../connections/cal/cal-failed.ts';
import { type CalLink, toEventRef } from '../../connections/cal/parse-cal-link.ts';
import type { BookingPayload } from '../booking/payload.ts';

const DAY_MS = 86_400_000;
const DAYS = 14;
/** An event of every five minutes has more; nobody reads them all. */
const SLOTS_MAX = 600;

/** What a booking form asks that the card has, or that nobody has to fill in. */
const KNOWN_FIELDS = new Set([
  'name',
  'email',
  'title',
  'notes',
  'guests',
  'location',
  'rescheduleReason',
  'attendeePhoneNumber',
]);
/** Where the visitor would have to say a place. */
const ASKING_PLACES = new Set(['attendeeAddress', 'attendeePhone', 'attendeeDefined']);

/** The times of the next two weeks; `page` where the chat cannot book, for whatever reason: the page always can. */
export async function readTimes(client: CalClient, link: CalLink): Promise<Partial<BookingPayload>> {
  const readAt = new Date().toISOString();
  const event = toEventRef(link);
  if (!event) return { mode: 'page', readAt };
  const from = new Date();
  const to = new Date(from.getTime() + DAYS * DAY_MS);
  try {
    const [type, slots] = await Promise.all([
      client.findEventType(event),
      client.listSlots(event, from.toISOString(), to.toISOString()),
    ]);
    if (type && !isSimple(type))
      return { mode: 'page', readAt, title: type.title, minutes: type.lengthInMinutes };
    return {
      ...{ mode: 'slots', readAt, slots: slots.slice(0, SLOTS_MAX) },
      ...(type ? { title: type.title, minutes: type.lengthInMinutes } : {}),
    };
  } catch (error) {
    if (!(error instanceof CalFailed)) throw error;
    return { mode: 'page', readAt };
  }
}

function isSimple({ bookingFields, locations }: CalEventType): boolean {
  const asked = bookingFields.filter(({ required, hidden }) => required && !hidden);
  return (
    asked.every(({ slug, type }) => KNOWN_FIELDS.has(slug ?? type)) &&
    asked.every(({ slug }) => slug !== 'attendeePhoneNumber') &&
    !locations.some(({ type }) => ASKING_PLACES.has(type))
  );
}
