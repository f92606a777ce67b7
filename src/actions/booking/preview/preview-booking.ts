import type { Card } from '../../../contract/entry.ts';
import type { Language, PreviewStage } from '../../form-props.ts';
import type { BookingPayload } from '../payload.ts';
import { newPayload } from '../steps/new-payload.ts';
import { ownZone } from '../zone-name.ts';

interface Meeting {
  kind: string;
  /** Of the event; empty: not known. */
  title: string;
  minutes: number | null;
  link: string;
  /** The provider's page stands in the card, and no times. */
  isPage: boolean;
}

const DAY_MS = 86_400_000;
const HOURS = [9, 10, 14, 15];
const DAYS = 2;

/** A booking card with made-up times of the next days, and what it becomes. */
export function previewBooking(meeting: Meeting, now: Date, language: Language): PreviewStage[] {
  const say = texts[language];
  const { kind, title, minutes, link, isPage } = meeting;
  const payload: BookingPayload = {
    ...newPayload({ link, frame: { url: '', origins: [] }, name: '', email: '' }),
    ...{ title, minutes },
  };
  const slots = listSlots(now);
  const booked: BookingPayload['booked'] = {
    ...{ state: 'booked', start: slots[0] ?? null, timeZone: ownZone() },
    ...{ email: 'ada@example.com', links: { reschedule: link, cancel: link } },
  };
  const cardIn = (state: Card['state'], part: Partial<BookingPayload>): Card => ({
    ...{ kind, state, payload: { ...payload, ...part } },
  });
  return [
    isPage
      ? { title: say.page, card: cardIn('offered', {}), note: say.pageNote }
      : { title: say.times, card: cardIn('offered', { mode: 'slots', slots }), note: say.timesNote },
    { title: say.booked, card: cardIn('booked', { booked }), after: 'submit' },
  ];
}

/** Full hours of the next days that are no weekend, by the clock of whoever looks. */
function listSlots(now: Date): string[] {
  const days = Array.from({ length: DAYS + 3 }, (_, index) => new Date(now.getTime() + (index + 1) * DAY_MS));
  return days
    .filter((day) => day.getDay() % 6 !== 0)
    .slice(0, DAYS)
    .flatMap((day) => HOURS.map((hour) => new Date(new Date(day).setHours(hour, 0, 0, 0)).toISOString()));
}

const texts = {
  en: {
    times: 'Times',
    timesNote: 'These times are made up. Visitors see the free ones of your calendar.',
    page: 'Page',
    pageNote: 'Then your booking page takes this place in the card. A preview does not load pages of others.',
    booked: 'Booked',
  },
  de: {
    times: 'Zeiten',
    timesNote: 'Diese Zeiten sind erfunden. Im Chat stehen die freien aus Ihrem Kalender.',
    page: 'Seite',
    pageNote: 'Dann steht hier Ihre Buchungsseite. Eine Vorschau lädt keine Seiten von anderen.',
    booked: 'Gebucht',
  },
};
