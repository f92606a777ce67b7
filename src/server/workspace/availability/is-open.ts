import type { OfficeHours, Weekday } from '../../../contract/actions/availability.ts';

/** Whether it is open at this instant, by the clocks of its place. From is in, to is out. */
export function isOpen({ timeZone, weekly }: OfficeHours, now: Date): boolean {
  const { day, time } = clockIn(timeZone, now);
  return weekly[day]?.some(({ from, to }) => from <= time && time < to) ?? false;
}

/** What the clocks of a place show: `mon`, `09:30`. */
export function clockIn(timeZone: string, now: Date): { day: Weekday; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(now);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return { day: part('weekday').toLowerCase() as Weekday, time: `${part('hour')}:${part('minute')}` };
}
