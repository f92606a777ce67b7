import type { Weekday } from '../../contract/actions/availability.ts';

const DAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** To name the days by. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Monday, Mo: as the reader calls it. @param day `mon` to `sun` */
export function nameWeekday(day: Weekday, language: string, length: 'long' | 'short' = 'long'): string {
  const format = new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' });
  return format.format(MONDAY + DAYS.indexOf(day) * DAY_MS);
}
