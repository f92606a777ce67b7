import { daysFor, roleOf } from '../calendar/choose-day.ts';
import { writeMoney } from '../recognisers/find-amounts.ts';
import { findAnswer } from '../recognisers/find-answer.ts';
import { findCodes, fitsPattern } from '../recognisers/find-codes.ts';
import { findCompanies } from '../recognisers/find-companies.ts';
import { findCounts } from '../recognisers/find-counts.ts';
import { findOptions } from '../recognisers/find-options.ts';
import { findAddresses, findPlaces } from '../recognisers/find-places.ts';
import { type Finding, overlaps } from '../recognisers/finding.ts';
import type { Field } from './field.ts';
import { findNames } from './find-names.ts';
import { findTexts } from './find-texts.ts';
import type { Heard, Situation } from './hear-utterance.ts';
import { readBareAnswer } from './read-bare-answer.ts';
import type { Search } from './search.ts';

/** Everything in a message that could be the value of an input. */
export function findFor(
  field: Field,
  fields: Field[],
  heard: Heard,
  situation: Situation,
  wasAsked: boolean,
): Finding<unknown>[] {
  const found = FINDERS[field.kind]({ field, fields, heard, situation, wasAsked });
  if (field.pattern === null) return found;
  return found.filter(({ value }) => typeof value !== 'string' || fitsPattern(value, field.pattern));
}

const FINDERS: Record<Field['kind'], (search: Search) => Finding<unknown>[]> = {
  email: ({ heard }) => heard.emails,
  phone: ({ heard }) =>
    heard.phones.map((phone) =>
      phone.isWeak && SAYS_PHONE.test(heard.text) ? { ...phone, isWeak: false } : phone,
    ),
  link: ({ heard }) => heard.links,
  date: ({ field, fields, heard }) => findDays(field, fields, heard),
  time: ({ field, fields, heard }) => findHours(field, fields, heard),
  moment: findMoments,
  amount: ({ heard, wasAsked }) =>
    heard.amounts
      .filter(
        ({ value }) =>
          wasAsked ||
          value.currency !== null ||
          !heard.amounts.some((other) => other.value.currency !== null),
      )
      .map((amount) => ({ ...amount, value: writeMoney(amount.value) })),
  code: ({ field, heard }) => {
    // The numbers of a house and of a town are no number of anything else.
    const addresses = findAddresses(heard.text);
    return findCodes(heard.rest, field.words).filter(
      (code) => !code.isWeak || !addresses.some((address) => overlaps(address, code)),
    );
  },
  person: findNames,
  company: ({ heard, situation, wasAsked }) => [
    ...findCompanies(heard.rest, situation.lexicon),
    ...(wasAsked ? bareText(heard.text) : []),
  ],
  place: ({ heard, wasAsked }) => [
    ...findPlaces(heard.rest).map((place) => ({ ...place, isWeak: false })),
    ...(wasAsked ? bareText(heard.text) : []),
  ],
  address: ({ heard, wasAsked }) => {
    const found = findAddresses(heard.text);
    return found.length > 0 || !wasAsked
      ? found
      : bareText(heard.text).filter(({ value }) => /[\p{L}\d]/u.test(value));
  },
  integer: (search) => findQuantities(search).filter(({ value }) => Number.isSafeInteger(value)),
  number: findQuantities,
  boolean: ({ field, heard, wasAsked }) => findAnswer(heard.text, field.words, wasAsked),
  option: ({ field, heard, situation }) => findOptions(heard.text, field.options, situation.lexicon),
  message: findTexts,
  text: findTexts,
  object: () => [],
};

const SAYS_PHONE =
  /(?<!\p{L})(?:call|phone|mobile|cell|tel|telephone|reach|text me|whatsapp|ring|telefon\p{L}*|handy\p{L}*|anrufen|ruf\p{L}*|erreich\p{L}*|هاتف\p{L}*|جوال\p{L}*|اتصل\p{L}*)(?!\p{L})/iu;

function bareText(text: string): Finding[] {
  const value = readBareAnswer(text);
  if (value === '' || value.length > 200 || /\?\s*$/.test(value)) return [];
  return [{ from: text.indexOf(value), to: text.indexOf(value) + value.length, value, isWeak: true }];
}

function findDays(field: Field, fields: Field[], { dates }: Heard): Finding[] {
  const role = roleOf(field);
  const others = fields.filter((other) => other !== field && other.kind === 'date').map(roleOf);
  const hasOtherRole = others.some((other) => other !== null && other !== role);
  return daysFor(role, dates, hasOtherRole);
}

function findHours(field: Field, fields: Field[], { times, text }: Heard): Finding[] {
  const isOnly = fields.filter(({ kind }) => kind === 'time').length === 1;
  const role = roleOf(field);
  const found = times.map((time) =>
    time.isWeak && isOnly && !/(?:people|nights|personen)/i.test(text.slice(time.to, time.to + 12))
      ? { ...time, isWeak: false }
      : time,
  );
  if (isOnly || role === null) return found;
  return role === 'start' ? found.slice(0, 1) : found.slice(1);
}

/** A day and an hour together, as RFC 3339 has it. */
function findMoments({ field, fields, heard, situation }: Search): Finding[] {
  const day = findDays(field, fields, heard).at(-1);
  const hour = findHours(field, [field], heard).at(-1);
  if (day === undefined || hour === undefined) return [];
  return [{ from: day.from, to: day.to, value: `${day.value}T${hour.value}:00${situation.offset}` }];
}

function findQuantities({ field, fields, heard, wasAsked }: Search): Finding<number>[] {
  if (/\b(?:amount|price|budget|total|cost|betrag|preis|summe|sum)\b|مبلغ|سعر/u.test(field.words)) {
    return heard.amounts.map((amount) => ({ ...amount, value: amount.value.amount }));
  }
  const counts = findCounts(heard.rest, field.words);
  const isOnly = fields.filter(({ kind }) => kind === 'integer' || kind === 'number').length === 1;
  if (counts.length !== 1 || !(isOnly || wasAsked)) return counts;
  // "Two of them."
  return counts.map((count) =>
    /^ of\b/.test(heard.text.slice(count.to)) ? { ...count, isWeak: false } : count,
  );
}
