import { CalendlyError } from '../../connections/calendly/client/calendly-error.ts';
import type { CalendlyPort } from '../../connections/calendly/client/call-calendly.ts';
import { listAvailableTimes } from '../../connections/calendly/list-available-times.ts';
import { readEventType } from '../../connections/calendly/read-event-type.ts';
import type { BookingPayload } from '../booking/payload.ts';
import { isSimple } from './is-simple.ts';

/** As far as Calendly tells in one answer. */
const DAYS = 31;
const DAY_MS = 86_400_000;
/** An event of every five minutes has more; nobody reads them all. */
const SLOTS_MAX = 600;

interface Offer {
  payload: BookingPayload;
  eventTypeUri: string;
  withTimes: boolean;
}

/** The page of an event type, and its times where the chat can book them; `page` where it cannot, for whatever reason. */
export async function readOffer(
  calendly: CalendlyPort | null,
  { payload, eventTypeUri, withTimes }: Offer,
): Promise<Partial<BookingPayload>> {
  const shown: Partial<BookingPayload> = { mode: 'page', readAt: new Date().toISOString(), slots: [] };
  if (!calendly) return { ...shown };
  try {
    const [type, times] = await Promise.all([
      readEventType(calendly, eventTypeUri),
      withTimes ? readTimes(calendly, eventTypeUri) : null,
    ]);
    const page = {
      ...pageOf(type.scheduling_url, payload.frame.origins),
      ...{ title: type.name ?? '', minutes: type.duration ?? null },
    };
    return times && isSimple(type)
      ? { ...shown, ...page, mode: 'slots', slots: times }
      : { ...shown, ...page };
  } catch (error) {
    if (!(error instanceof CalendlyError)) throw error;
    return { ...shown };
  }
}

/** Its page books, too, where the times cannot be had. */
async function readTimes(calendly: CalendlyPort, eventType: string): Promise<string[] | null> {
  const from = new Date();
  const to = new Date(from.getTime() + DAYS * DAY_MS);
  try {
    const times = await listAvailableTimes(calendly, { eventType, from, to });
    return times.slice(0, SLOTS_MAX).map(({ startAt }) => new Date(startAt).toISOString());
  } catch (error) {
    if (!(error instanceof CalendlyError)) throw error;
    return null;
  }
}

/** A page from anywhere else than the chat may frame is a link, and no more. */
function pageOf(url: string, origins: string[]): Partial<BookingPayload> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return {};
  return { link: url, frame: { url: origins.includes(new URL(url).origin) ? url : '', origins } };
}
