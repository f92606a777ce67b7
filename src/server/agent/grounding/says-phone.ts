import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Span } from './find-literal.ts';
import type { Said } from './said.ts';

/** Where a phone number stands, with or without its country code: then the country has to be one that speaks the language. */
export function saysPhone({ folded, now }: Said, value: string): Span | null {
  const wanted = value.replace(/[^\d+]/g, '').replace(/^00/, '+');
  const number = parsePhoneNumberFromString(wanted, now.country ?? undefined);
  const forms = new Set([wanted.replace('+', wanted.startsWith('+') ? '00' : ''), wanted]);
  if (number) {
    const { countryCallingCode: code, nationalNumber: national, country } = number;
    forms.add(`+${code}${national}`).add(`00${code}${national}`);
    if (country && isLikely(country, now.locale, now.country))
      forms.add(String(national)).add(`0${national}`).add(`1${national}`);
  }
  for (const run of folded.text.matchAll(DIALLED)) {
    const digits = run[0].replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
    if (!forms.has(digits)) continue;
    return { start: folded.at[run.index] ?? 0, end: folded.at[run.index + run[0].length] ?? 0 };
  }
  return null;
}

/** Digits with what people put between them. */
const DIALLED = /(?<![\p{L}\p{N}@_])(?:\+|\(\+?)?\d(?:[ ()./-]{0,3}\d){4,18}(?![\p{L}\p{N}@_])/gu;

function isLikely(country: CountryCode, locale: string, guess: CountryCode | null): boolean {
  const language = locale.slice(0, 2).toLowerCase();
  return country === guess || (COUNTRIES[language] ?? '').split(' ').includes(country);
}

/** Where people who write the language leave the country code out. */
const COUNTRIES: Partial<Record<string, string>> = {
  en: 'US CA GB IE AU NZ ZA IN SG',
  de: 'DE AT CH LI LU',
  ar: 'SA AE EG QA KW JO BH OM LB IQ MA TN DZ',
  fr: 'FR BE CH CA LU',
  es: 'ES MX AR CO CL PE',
  pt: 'PT BR',
  nl: 'NL BE',
  it: 'IT CH',
};
