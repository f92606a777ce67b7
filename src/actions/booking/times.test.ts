import { describe, expect, it } from 'vitest';
import { isTimeZone } from './time-zones.ts';
import { groupByWeek, pickLocale, timeFormats } from './times.ts';

const dates = (slots: string[], zone: string, now: string) =>
  groupByWeek(slots, zone, new Date(now)).map(({ days }) =>
    days.map(({ date, times }) => [date, times.length]),
  );

describe('times by day', () => {
  it('fall on the day that the visitor has then', () => {
    const slots = ['2026-12-01T18:30:00.000Z', '2026-12-01T23:30:00.000Z'];
    const now = '2026-12-01T08:00:00Z';
    expect(dates(slots, 'Europe/Berlin', now)[0]).toEqual([
      ['2026-12-01', 1],
      ['2026-12-02', 1],
    ]);
    expect(dates(slots, 'America/New_York', now)[0]).toEqual([['2026-12-01', 2]]);
    // 5 hours and 45 minutes ahead.
    expect(dates(slots, 'Asia/Kathmandu', now)[0]).toEqual([['2026-12-02', 2]]);
  });

  it.each([
    [
      'Europe/Berlin',
      '2026-10-24T07:00:00Z',
      ['2026-10-24T07:00:00.000Z', '2026-10-25T08:00:00.000Z'],
      ['09:00', '09:00'],
    ],
    [
      'Europe/Berlin',
      '2027-03-27T08:00:00Z',
      ['2027-03-27T08:00:00.000Z', '2027-03-28T07:00:00.000Z'],
      ['09:00', '09:00'],
    ],
    [
      'America/New_York',
      '2026-10-31T13:00:00Z',
      ['2026-10-31T13:00:00.000Z', '2026-11-01T14:00:00.000Z'],
      ['09:00', '09:00'],
    ],
    [
      'Asia/Kathmandu',
      '2026-10-24T03:15:00Z',
      ['2026-10-24T03:15:00.000Z', '2026-10-25T03:15:00.000Z'],
      ['09:00', '09:00'],
    ],
  ])('show the hour of the clock in %s, on either side of a change of time', (zone, now, slots, clock) => {
    const formats = timeFormats('en-GB', zone);
    expect(slots.map((slot) => formats.time(slot))).toEqual(clock);
    expect(dates(slots, zone, now)[0]).toHaveLength(2);
  });

  it('keep apart the two hours that the clock shows twice', () => {
    const twice = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'];
    expect(dates(twice, 'Europe/Berlin', '2026-10-25T00:00:00Z')[0]).toEqual([['2026-10-25', 2]]);
  });

  it('come in weeks of seven days, also where a day has 23 or 25 hours', () => {
    const now = '2026-10-20T22:30:00Z';
    // Half past midnight of the 21st in Berlin: the week ends with the 27th.
    const slots = ['2026-10-27T22:30:00.000Z', '2026-10-27T23:30:00.000Z'];
    expect(dates(slots, 'Europe/Berlin', now)).toEqual([[['2026-10-27', 1]], [['2026-10-28', 1]]]);
  });

  it('have two weeks, even if nothing is free', () => {
    expect(dates([], 'UTC', '2026-12-01T00:00:00Z')).toEqual([[], []]);
  });
});

it('12 or 24 hours: as the country of the visitor has it, when it speaks the language of the chat', () => {
  const at = (language: string, preferred: string[]) =>
    timeFormats(pickLocale(language, preferred), 'UTC').time('2026-12-01T14:00:00.000Z');
  expect(at('en', ['en-US'])).toMatch(/^2:00\sPM$/);
  expect(at('en', ['en-GB', 'en-US'])).toBe('14:00');
  expect(at('de', ['en-US'])).toBe('14:00');
});

it('only what a clock can be set to is a time zone', () => {
  for (const zone of ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC'])
    expect(isTimeZone(zone)).toBe(true);
  for (const zone of ['', 'Mars/Base', 'x'.repeat(100), 7, null]) expect(isTimeZone(zone)).toBe(false);
});
