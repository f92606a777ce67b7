import { expect, it } from 'vitest';
import { backupName, readBackupName } from './backup-name.ts';
import { chooseKept } from './choose-kept.ts';

const DAY_MS = 86_400_000;
const NOW = new Date(Date.UTC(2026, 10, 25, 3));
const daysAgo = (day: number) => new Date(NOW.getTime() - day * DAY_MS);
const daily = (count: number) => Array.from({ length: count }, (_, day) => daysAgo(day));
const keep = (times: Date[]) =>
  [...chooseKept(times, NOW)].map((time) => time.toISOString().slice(0, 10)).toSorted();

it('of a year of daily backups the last seven days and five weeks stay', () => {
  const week = [25, 24, 23, 22, 21, 20, 19].map((day) => `2026-11-${day}`);
  expect(keep(daily(365))).toEqual([...week, '2026-11-15', '2026-11-08', '2026-11-01'].toSorted());
});

it('whatever the rhythm, none is older than the 35 days after which nobody who was erased is in one', () => {
  for (const rhythm of [1, 2, 5, 8, 10, 13])
    for (const first of [0, 1, 3, 6]) {
      const times = Array.from({ length: 40 }, (_, index) => daysAgo(first + index * rhythm));
      const oldest = Math.min(...[...chooseKept(times, NOW)].map((time) => time.getTime()));
      expect(oldest).toBeGreaterThan(NOW.getTime() - 35 * DAY_MS);
    }
  expect(keep([daysAgo(1), daysAgo(36), daysAgo(60)])).toEqual(['2026-11-24']);
});

it('the newest of a day stands for it, and the only one there is is never removed', () => {
  const earlier = new Date(NOW.getTime() - 60_000);
  expect([...chooseKept([earlier, NOW], NOW)]).toEqual([NOW]);
  expect(keep([daysAgo(40), daysAgo(41)])).toEqual(['2026-10-16']);
  expect(chooseKept([new Date(0)], NOW).size).toBe(1);
  expect(chooseKept([], NOW).size).toBe(0);
});

it('the time of a backup is read from its name, and from no other name', () => {
  const time = new Date('2026-11-25T03:04:05Z');
  expect(readBackupName(backupName(time))).toEqual(time);
  expect(readBackupName('my-own.backup')).toBeNull();
  expect(readBackupName(`${backupName(time)}.draft`)).toBeNull();
});
