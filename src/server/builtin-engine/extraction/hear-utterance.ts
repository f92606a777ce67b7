import type { CountryCode } from 'libphonenumber-js/min';
import { readRoles } from '../calendar/choose-day.ts';
import type { DateFinding } from '../calendar/date-finding.ts';
import { findDates } from '../calendar/find-dates.ts';
import { findTimes } from '../calendar/find-times.ts';
import { findAmounts, type Money } from '../recognisers/find-amounts.ts';
import { findEmails } from '../recognisers/find-emails.ts';
import { findLinks } from '../recognisers/find-links.ts';
import { findPhones } from '../recognisers/find-phones.ts';
import { type Finding, overlaps } from '../recognisers/finding.ts';
import type { Lexicon } from '../recognisers/lexicon.ts';

/** What the visitor wrote, and what the agent had said before. */
export interface Utterance {
  text: string;
  question: string;
  /** It answers a question of the agent's for inputs. */
  isReply?: boolean;
}

export interface Situation {
  /** In the time of the place. */
  now: Date;
  /** Of that time: `+01:00`. */
  offset: string;
  /** BCP 47: how dates are written. */
  locale: string;
  /** Of phone numbers without a country code. */
  country: CountryCode | null;
  lexicon: Lexicon;
}

/** A message with the values in it that speak for themselves; what one of them takes up is none of another sort. */
export interface Heard {
  text: string;
  question: string;
  isReply: boolean;
  /** The text with those values blanked out, letter by letter. */
  rest: string;
  emails: Finding[];
  links: Finding[];
  phones: Finding[];
  amounts: Finding<Money>[];
  dates: DateFinding[];
  times: Finding[];
}

export function hearUtterance(
  { text: written, question, isReply = false }: Utterance,
  { now, locale, country }: Situation,
): Heard {
  const text = plain(written).slice(0, LONGEST);
  const taken: Finding<unknown>[] = [];
  const claim = <Found extends Finding<unknown>>(findings: Found[]): Found[] => {
    const free = findings.filter((finding) => !taken.some((other) => overlaps(finding, other)));
    taken.push(...free.filter(({ isWeak }) => !isWeak));
    return free;
  };
  const emails = claim(findEmails(text));
  const links = claim(findLinks(text));
  const phones = claim(findPhones(blank(text, taken), country));
  const dates = claim(findDates(blank(text, taken), now, locale));
  const amounts = claim(findAmounts(blank(text, taken)));
  const times = findTimes(
    blank(text, [
      ...emails,
      ...links,
      ...phones.filter(({ isWeak }) => !isWeak),
      ...amounts.filter(({ isWeak, value }) => !isWeak && value.currency !== null),
    ]),
    now,
  );
  taken.push(...times.filter(({ isWeak }) => !isWeak));
  return {
    text,
    question,
    isReply,
    rest: blank(text, taken),
    emails,
    links,
    phones,
    amounts,
    dates: readRoles(dates, text),
    times,
  };
}

/** Longer messages are searched at their beginning only, so that none can keep the server busy. */
const LONGEST = 2_000;

/** One way to write apostrophes and digits; no letter moves. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’`´]/g, "'")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u00A0\t]/g, ' ');
}

function blank(text: string, places: Finding<unknown>[]): string {
  return places.reduce(
    (rest, { from, to }) => rest.slice(0, from) + '\u2022'.repeat(to - from) + rest.slice(to),
    text,
  );
}
