import { z } from 'zod';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const MOMENT = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const moment = z.string().regex(MOMENT, 'must be a time like 09:30');

const span = z
  .strictObject({ from: moment, to: moment })
  .refine(
    ({ from, to }) => from < to,
    'must end after it begins; one that goes past midnight is two, one a day',
  );

const spans = z
  .array(span)
  .max(8)
  .refine(
    (day) =>
      day.every((one, index) =>
        day.slice(index + 1).every(({ from, to }) => to <= one.from || from >= one.to),
      ),
    'has two spans of time that overlap',
  );

const hours = z.strictObject({
  /** An IANA time zone: `Europe/Berlin`. Summer time is its business. */
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, 'must be a time zone like Europe/Berlin or America/New_York'),
  /** Weekday → when it is open, by the clocks there; a day that is not named is closed. */
  weekly: z
    .strictObject(Object.fromEntries(WEEKDAYS.map((day) => [day, spans])) as Record<Weekday, typeof spans>)
    .partial(),
});

const page = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .superRefine((pattern, context) => {
    const fault = findPatternFault(pattern);
    if (fault) context.addIssue(fault);
  });

const language = z.string().max(35).refine(isLanguage, 'must be a language tag like de or pt-BR');

/** When an action is offered. What is empty, null or false sets no condition; all conditions have to be met. */
export const availabilitySchema = z.strictObject({
  /** Where the visitor is: `/products/*` on any site, or `https://*.example.com/*`. `*` is any text; one of them has to fit. */
  pages: z.array(page).max(50).default([]),
  /** That the page is in or the visitor writes in; `de` takes `de-AT`, too. One of them has to fit. */
  languages: z.array(language).max(50).default([]),
  hours: hours.nullable().default(null),
  /** Only for visitors who the site has vouched for. */
  identifiedOnly: z.boolean().default(false),
});

/** Always. */
export const ALWAYS_AVAILABLE: Availability = {
  pages: [],
  languages: [],
  hours: null,
  identifiedOnly: false,
};

export type Availability = z.infer<typeof availabilitySchema>;
export type OfficeHours = z.infer<typeof hours>;
export type Weekday = (typeof WEEKDAYS)[number];

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== null;
  } catch {
    return false;
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function findPatternFault(pattern: string): string | null {
  if (/[\s\p{Cc}]/u.test(pattern)) return 'must not have spaces in it';
  if (pattern.includes('#')) return 'must not have a #: what stands after it is not told';
  if (/\*\*/.test(pattern)) return 'has ** in it: one * is any text already';
  if (!/^(\/|\*$|https?:\/\/[^/?])/i.test(pattern))
    return 'must be a path like /products/* or an address like https://shop.example/*';
  const isReadable = pattern === '*' || URL.canParse(pattern, 'https://page.example');
  return isReadable ? null : 'is not an address';
}
