const WEEK_DAYS = 7;
const DAY_MS = 86_400_000;

export interface DayOfTimes {
  /** `YYYY-MM-DD`, as the time zone has it. */
  date: string;
  /** Of the first time: what a date is formatted from. */
  first: string;
  times: string[];
}

export interface WeekOfTimes {
  /** ISO 8601: an instant on the first day, and on the last one. */
  from: string;
  to: string;
  days: DayOfTimes[];
}

/** Times by the days and weeks of a time zone; the first week begins with the day of `now`. */
export function groupByWeek(times: readonly string[], timeZone: string, now: Date): WeekOfTimes[] {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const days = new Map<string, DayOfTimes>();
  for (const time of times) {
    const date = format.format(new Date(time));
    const day = days.get(date) ?? { date, first: time, times: [] };
    day.times.push(time);
    days.set(date, day);
  }
  // Days are counted as dates, not as 24 hours: two of them in a year have 23 or 25.
  const today = Date.parse(format.format(now));
  const weekOf = ({ date }: DayOfTimes) => Math.floor((Date.parse(date) - today) / DAY_MS / WEEK_DAYS);
  const count = Math.max(2, ...[...days.values()].map((day) => weekOf(day) + 1));
  return Array.from({ length: count }, (_, index) => ({
    from: new Date(now.getTime() + index * WEEK_DAYS * DAY_MS).toISOString(),
    to: new Date(now.getTime() + ((index + 1) * WEEK_DAYS - 1) * DAY_MS).toISOString(),
    days: [...days.values()].filter((day) => weekOf(day) === index),
  }));
}

/** Times and days as people of this locale and time zone write them. */
export function timeFormats(locale: string, timeZone: string) {
  const time = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short' });
  const wholeDay = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  return {
    time: (instant: string) => time.format(new Date(instant)),
    day: (instant: string) => day.format(new Date(instant)),
    wholeDay: (instant: string) => wholeDay.format(new Date(instant)),
  };
}

/** The visitor's own country decides between 12 and 24 hours, as far as it speaks the language of the chat. */
export function pickLocale(language: string, preferred: readonly string[]): string {
  return preferred.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? (language || 'en');
}
