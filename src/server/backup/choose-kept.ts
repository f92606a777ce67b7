const KEPT = { day: 7, week: 4, month: 3 };
const WEEK_MS = 604_800_000;
/** A Monday, so that weeks begin as in ISO 8601. */
const FIRST_MONDAY_MS = 345_600_000;

/** Which backups stay: the newest of each of the last days, weeks and months that have one. @param times when they were made */
export function chooseKept(times: Date[]): Set<Date> {
  const newestFirst = times.toSorted((a, b) => b.getTime() - a.getTime());
  return new Set([
    ...newestOfEach(newestFirst, (time) => time.toISOString().slice(0, 10), KEPT.day),
    ...newestOfEach(
      newestFirst,
      (time) => String(Math.floor((time.getTime() - FIRST_MONDAY_MS) / WEEK_MS)),
      KEPT.week,
    ),
    ...newestOfEach(newestFirst, (time) => time.toISOString().slice(0, 7), KEPT.month),
  ]);
}

function newestOfEach(newestFirst: Date[], periodOf: (time: Date) => string, count: number): Date[] {
  const periods = new Map<string, Date>();
  for (const time of newestFirst) {
    const period = periodOf(time);
    if (!periods.has(period)) periods.set(period, time);
  }
  return [...periods.values()].slice(0, count);
}
