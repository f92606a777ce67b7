import { BACKUP_DAYS } from '../../contract/limits.ts';

const KEPT = { day: 7, week: 5 };
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** A Monday, so that weeks begin as in ISO 8601. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/**
 * Which backups stay: the newest of each of the last days and weeks that have one, none of them too old. The newest of all stays
 * whatever its age: see docs/decisions/025. @param times when they were made
 */
export function chooseKept(times: Date[], now: Date): Set<Date> {
  const newestFirst = times.toSorted((a, b) => b.getTime() - a.getTime());
  const young = newestFirst.filter((time) => !isTooOld(time, now));
  const weekOf = (time: Date) => String(Math.floor((time.getTime() - FIRST_MONDAY_MS) / WEEK_MS));
  return new Set([
    ...newestFirst.slice(0, 1),
    ...newestOfEach(young, (time) => time.toISOString().slice(0, 10), KEPT.day),
    ...newestOfEach(young, weekOf, KEPT.week),
  ]);
}

/** Whether a backup made then may hold somebody who should be in none any more. */
export function isTooOld(time: Date, now: Date): boolean {
  return now.getTime() - time.getTime() > BACKUP_DAYS * DAY_MS;
}

function newestOfEach(newestFirst: Date[], periodOf: (time: Date) => string, count: number): Date[] {
  const periods = new Map<string, Date>();
  for (const time of newestFirst) {
    const period = periodOf(time);
    if (!periods.has(period)) periods.set(period, time);
  }
  return [...periods.values()].slice(0, count);
}
