import { addDays, type DateFinding, writeDay } from '../../builtin-engine/calendar/date-finding.ts';
import { findDates } from '../../builtin-engine/calendar/find-dates.ts';
import type { Heard } from '../../builtin-engine/extraction/hear-utterance.ts';
import type { Span } from './find-literal.ts';
import type { Said } from './said.ts';

/** A day as it was said; "next Friday" is this week's or the next, as people mean it. */
export function findDay(said: Said, day: string): Span | null {
  const { now, locale } = said.now;
  // "03.12.2026" could be dialled, too: then it was heard as a phone number.
  for (const find of [({ dates }: Heard) => dates, ({ text }: Heard) => findDates(text, now, locale)])
    for (const part of said.heard) {
      const found = find(part).find(
        (one) => one.value === day || one.lastDay === day || isWeekApart(one, day, part.text),
      );
      if (found) return said.place(part, found);
    }
  return null;
}

function isWeekApart({ precision, value, from, to }: DateFinding, day: string, text: string): boolean {
  if (precision !== 'weekday' || !NEXT.test(text.slice(Math.max(0, from - 12), to))) return false;
  const said = new Date(`${value}T00:00:00`);
  return [-7, 7].some((days) => writeDay(addDays(said, days)) === day);
}

const NEXT = /(?<!\p{L})(?:next|coming|nächste|kommende|القادم)/iu;

/** An hour as it was said; "at 6" is either half of the day, "at 6pm" and "18:00" are not. */
export function findHour(said: Said, hour: string): Span | null {
  for (const part of said.heard) {
    const found = part.times.find(
      ({ value, from, to }) =>
        value === hour ||
        (otherHalf(value) === hour && !TOLD.test(part.text.slice(Math.max(0, from - 20), to + 20))),
    );
    if (found) return said.place(part, found);
  }
  return null;
}

function otherHalf(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${String((Number(hour) + 12) % 24).padStart(2, '0')}:${minute}`;
}

const TOLD =
  /(?<!\p{L})[ap]\.?m\b|(?:1[3-9]|2[0-3]|0\d)[:.h]|\d\s?[ap]\.?m|morning|noon|evening|night|midnight|morgens|früh|mittag|abend|nacht|صباح|مساء|ظهر|(?:1[3-9]|2[0-3]) ?uhr/iu;
