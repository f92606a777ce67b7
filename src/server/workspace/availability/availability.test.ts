import { describe, expect, it } from 'vitest';
import {
  ALWAYS_AVAILABLE,
  type Availability,
  availabilitySchema,
} from '../../../contract/actions/availability.ts';
import { findObstacles } from './find-obstacles.ts';
import { isAvailable } from './is-available.ts';
import type { Situation } from './situation.ts';

const situation: Situation = {
  page: {},
  now: new Date('2026-07-01T12:00:00Z'),
  visitor: { isVerified: false },
};

function available(availability: Partial<Availability>, more: Partial<Situation> = {}): boolean {
  return isAvailable({ availability: { ...ALWAYS_AVAILABLE, ...availability } }, { ...situation, ...more });
}

describe('a page', () => {
  it.each([
    ['/pricing', 'https://shop.example/pricing', true],
    ['/pricing', 'https://shop.example/pricing/?utm=x#top', true],
    ['/pricing', 'https://shop.example/pricing/old', false],
    ['/Pricing', 'https://shop.example/pricing', false],
    ['/products/*', 'https://other.example/products/1/2', true],
    ['/products/*', 'https://shop.example/products', false],
    ['/*/hats', 'https://shop.example/de/winter/hats', true],
    ['/über/*', 'https://shop.example/%C3%BCber/uns', true],
    ['/search?q=*', 'https://shop.example/search?q=hat', true],
    ['/search?q=*', 'https://shop.example/search', false],
    ['https://shop.example/*', 'https://shop.example/', true],
    ['https://shop.example/*', 'http://shop.example/', false],
    ['https://shop.example/*', 'https://shop.example.evil.example/', false],
    ['https://*.shop.example/*', 'https://www.shop.example/x', true],
    ['https://*.shop.example/*', 'https://evil.example/.shop.example/x', false],
    ['https://SHOP.example/a*b', 'https://shop.example/ab', true],
    ['/a*a', 'https://shop.example/a', false],
    ['*', 'https://anything.example/', true],
    ['*', 'no address', false],
  ])('%s takes %s: %s', (pattern, url, expected) => {
    expect(available({ pages: [pattern] }, { page: { url } })).toBe(expected);
  });

  it('that is not known is none of them', () => {
    expect(available({ pages: ['/x'] })).toBe(false);
    expect(available({ pages: [] })).toBe(true);
  });

  it('is compared in the time of its length, whatever the pattern', () => {
    const pattern = `/${'*a'.repeat(40)}*b`;
    expect(
      available({ pages: [pattern] }, { page: { url: `https://x.example/${'a'.repeat(200_000)}` } }),
    ).toBe(false);
  });
});

describe('a language', () => {
  it.each<[string[], Partial<Situation>, boolean]>([
    [['de'], { page: { language: 'de-AT' } }, true],
    [['de'], { page: { language: 'DE_at' } }, true],
    [['de-AT'], { page: { language: 'de' } }, false],
    [['de'], { page: { language: 'den' } }, false],
    [['de'], { page: { language: 'en' }, writes: 'de' }, true],
    [['en', 'fr'], { page: { language: 'fr' }, writes: 'de' }, true],
    [['de'], { page: { language: '' } }, false],
  ])('of %j in %j: %s', (languages, more, expected) => {
    expect(available({ languages }, more)).toBe(expected);
  });
});

describe('office hours', () => {
  const office = (timeZone: string, weekly: NonNullable<Availability['hours']>['weekly']) => ({
    hours: { timeZone, weekly },
  });
  const at = (time: string) => ({ now: new Date(time) });

  it('go by the clocks of the place, in summer and in winter', () => {
    const berlin = office('Europe/Berlin', { wed: [{ from: '09:00', to: '17:00' }] });
    expect(available(berlin, at('2026-07-01T07:00:00Z'))).toBe(true);
    expect(available(berlin, at('2026-07-01T06:59:59Z'))).toBe(false);
    expect(available(berlin, at('2026-07-01T14:59:59Z'))).toBe(true);
    expect(available(berlin, at('2026-07-01T15:00:00Z'))).toBe(false);
    expect(available(berlin, at('2026-12-02T07:59:00Z'))).toBe(false);
    expect(available(berlin, at('2026-12-02T08:00:00Z'))).toBe(true);
    expect(available(berlin, at('2026-07-02T10:00:00Z'))).toBe(false);
  });

  it('hold in the hour that comes twice, and over the one that is left out', () => {
    const night = office('Europe/Berlin', { sun: [{ from: '02:00', to: '03:00' }] });
    // 25 October 2026: 02:30 is at 00:30 and at 01:30 UTC. 29 March 2026: the clocks go from 02:00 to 03:00 at 01:00 UTC.
    expect(['00:30', '01:30'].map((time) => available(night, at(`2026-10-25T${time}:00Z`)))).toEqual([
      true,
      true,
    ]);
    expect(['00:59', '01:00', '01:59'].map((time) => available(night, at(`2026-03-29T${time}:00Z`)))).toEqual(
      [false, false, false],
    );
  });

  it('have breaks between two spans of a day, and go on past midnight', () => {
    const bar = office('Europe/Berlin', {
      sat: [
        { from: '18:00', to: '24:00' },
        { from: '10:00', to: '12:30' },
      ],
      sun: [
        { from: '00:00', to: '04:00' },
        { from: '13:00', to: '17:00' },
      ],
    });
    const openAt = (...times: string[]) => times.map((time) => available(bar, at(time)));
    // Saturday, 4 July 2026, two hours ahead of UTC.
    expect(openAt('2026-07-04T10:29:59Z', '2026-07-04T10:30:00Z', '2026-07-04T15:59:59Z')).toEqual([
      true,
      false,
      false,
    ]);
    expect(openAt('2026-07-04T16:00:00Z', '2026-07-04T21:59:59Z', '2026-07-04T22:00:00Z')).toEqual([
      true,
      true,
      true,
    ]);
    expect(openAt('2026-07-05T02:00:00Z', '2026-07-05T11:00:00Z', '2026-07-05T15:00:00Z')).toEqual([
      false,
      true,
      false,
    ]);
    // The night of 25 October 2026 has an hour more: 04:00 comes five hours after midnight.
    expect(openAt('2026-10-25T02:59:59Z', '2026-10-25T03:00:00Z', '2026-10-25T12:00:00Z')).toEqual([
      true,
      false,
      true,
    ]);
    // That of 29 March has one less.
    expect(openAt('2026-03-29T01:59:59Z', '2026-03-29T02:00:00Z', '2026-03-29T11:00:00Z')).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('know the weekday of the place', () => {
    const auckland = office('Pacific/Auckland', { thu: [{ from: '00:00', to: '24:00' }] });
    expect(available(auckland, at('2026-07-01T12:00:00Z'))).toBe(true);
    expect(available(auckland, at('2026-07-02T11:59:00Z'))).toBe(true);
    expect(available(auckland, at('2026-07-02T12:00:00Z'))).toBe(false);
  });
});

it('identified visitors only means those whom the site vouched for', () => {
  expect(available({ identifiedOnly: true })).toBe(false);
  expect(available({ identifiedOnly: true }, { visitor: { isVerified: true } })).toBe(true);
});

it('every obstacle is told, with what was found', () => {
  const availability: Availability = {
    ...{ pages: ['/a'], languages: ['de'], identifiedOnly: true },
    hours: { timeZone: 'Europe/Berlin', weekly: {} },
  };
  const found = findObstacles(availability, { ...situation, page: { url: 'https://x.example/b' } });
  expect(found.map(({ condition }) => condition)).toEqual(['page', 'language', 'hours', 'identity']);
  expect(found[0]?.reason.text).toBe('the page https://x.example/b is none of /a');
  expect(found[2]?.reason.text).toBe('it is outside of its office hours (wed 14:00 in Europe/Berlin)');
});

describe('when it is saved', () => {
  it.each<[object, string]>([
    [{ pages: ['pricing'] }, 'must be a path like /products/* or an address like https://shop.example/*'],
    [{ pages: ['javascript:alert(1)'] }, 'must be a path'],
    [{ pages: ['/a b'] }, 'spaces'],
    [{ pages: ['/a#b'] }, '#'],
    [{ pages: ['/a/**'] }, '**'],
    [{ pages: ['https://[bad/*'] }, 'is not an address'],
    [{ languages: ['german!'] }, 'language tag'],
    [{ hours: { timeZone: 'Europe/Nowhere', weekly: {} } }, 'time zone'],
    [{ hours: { timeZone: 'UTC', weekly: { mon: [{ from: '9:00', to: '17:00' }] } } }, 'time like 09:30'],
    [
      { hours: { timeZone: 'UTC', weekly: { mon: [{ from: '18:00', to: '02:00' }] } } },
      'must end after it begins',
    ],
    [
      {
        hours: {
          timeZone: 'UTC',
          weekly: {
            mon: [
              { from: '09:00', to: '12:00' },
              { from: '11:00', to: '17:00' },
            ],
          },
        },
      },
      'overlap',
    ],
    [{ hours: { timeZone: 'UTC', weekly: { monday: [] } } }, 'monday'],
    [{ page: ['/x'] }, 'page'],
  ])('%j is refused', (value, message) => {
    const parsed = availabilitySchema.safeParse(value);
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).toContain(message);
  });

  it('says nothing, it is always available', () => {
    expect(availabilitySchema.parse({})).toEqual(ALWAYS_AVAILABLE);
  });
});
