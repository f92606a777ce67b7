import type { Finding } from '../recognisers/finding.ts';

export interface DateFinding extends Finding {
  /** How it was said: a whole date, a weekday, "the 15th", a month (then `value` is its first day). */
  precision: 'day' | 'weekday' | 'day-of-month' | 'month';
  /** Of a month. */
  lastDay?: string;
  /** Its place in a stretch of time, where it was said as one. */
  role?: 'start' | 'end';
}

/** YYYY-MM-DD, in the time of the place that `day` is in. */
export function writeDay(day: Date): string {
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  return `${pad(day.getFullYear(), 4)}-${pad(day.getMonth() + 1, 2)}-${pad(day.getDate(), 2)}`;
}

export function addDays(day: Date, count: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + count);
}
