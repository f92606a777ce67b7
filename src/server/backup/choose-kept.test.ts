import { expect, it } from 'vitest';
import { backupName, readBackupName } from './backup-name.ts';
import { chooseKept } from './choose-kept.ts';

const DAY_MS = 86_400_000;
const days = (count: number) =>
  Array.from({ length: count }, (_, day) => new Date(Date.UTC(2026, 10, 25, 3) - day * DAY_MS));

it('of a year of daily backups the last seven days, four weeks and three months stay', () => {
  const kept = [...chooseKept(days(365))].map((time) => time.toISOString().slice(0, 10));
  const week = [
    '2026-11-25',
    '2026-11-24',
    '2026-11-23',
    '2026-11-22',
    '2026-11-21',
    '2026-11-20',
    '2026-11-19',
  ];
  expect(kept.toSorted()).toEqual(
    [...week, '2026-11-15', '2026-11-08', '2026-10-31', '2026-09-30'].toSorted(),
  );
});

it('the newest of a day stands for it, and the only one there is is never removed', () => {
  const [today] = days(1) as [Date];
  const earlier = new Date(today.getTime() - 60_000);
  expect([...chooseKept([earlier, today])]).toEqual([today]);
  expect(chooseKept([new Date(0)]).size).toBe(1);
});

it('the time of a backup is read from its name, and from no other name', () => {
  const time = new Date('2026-11-25T03:04:05Z');
  expect(readBackupName(backupName(time))).toEqual(time);
  expect(readBackupName('my-own.backup')).toBeNull();
  expect(readBackupName(`${backupName(time)}.draft`)).toBeNull();
});
