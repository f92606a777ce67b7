import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min';
import { detectLanguage } from '../language/detect-language.ts';
import type { PromptOptions } from '../protocol.ts';
import type { Lexicon } from '../recognisers/lexicon.ts';
import type { Situation } from './hear-utterance.ts';

/** When, where and in which language a visitor writes, as far as it is known. */
export function readSituation(
  { language, now }: Pick<PromptOptions, 'language' | 'now'>,
  words: string,
  lexicon: Lexicon,
): Situation {
  const locale = language === 'auto' ? detectLanguage(words) : language;
  return { now: readClock(now), offset: readOffset(now), locale, country: guessCountry(locale), lexicon };
}

/** The clock on the wall of the place: the offset is left out on purpose. */
function readClock(now: string | undefined): Date {
  const [, year, month, day, hour = '0', minute = '0'] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(now ?? '') ?? [];
  if (year === undefined) return new Date();
  return new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
}

function readOffset(now: string | undefined): string {
  const given = /(?:Z|[+-]\d\d:\d\d)$/.exec(now ?? '')?.[0];
  if (given !== undefined || now !== undefined) return given ?? 'Z';
  const minutes = -new Date().getTimezoneOffset();
  const pad = (count: number) => String(count).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
}

/** Of the language's region, else the one where most who speak it write without a country code. */
function guessCountry(locale: string): CountryCode | null {
  const [language = '', ...rest] = locale.toUpperCase().split('-');
  const region = rest.find((part) => /^[A-Z]{2}$/.test(part));
  return region !== undefined && isSupportedCountry(region) ? region : (COUNTRIES[language] ?? null);
}

const COUNTRIES: Partial<Record<string, CountryCode>> = {
  EN: 'US',
  DE: 'DE',
  FR: 'FR',
  ES: 'ES',
  IT: 'IT',
  NL: 'NL',
  PT: 'PT',
  PL: 'PL',
  SV: 'SE',
};
