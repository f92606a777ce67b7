import * as arabic from 'chrono-node/ar';
import * as german from 'chrono-node/de';
import type { ParsedResult } from 'chrono-node/en';
import * as english from 'chrono-node/en';
import { addDays, type DateFinding, writeDay } from './date-finding.ts';
import { findWrittenDays } from './find-written-days.ts';

/** Days that are named, in English, German and Arabic; `now` in the time of the place. What names no one day is left out. */
export function findDates(text: string, now: Date, locale: string): DateFinding[] {
  const written = findWrittenDays(text, now, locale);
  const rest = blank(text, [...written, ...findSpans(text)]);
  const languages = /\p{Script=Arabic}/u.test(text)
    ? [arabic, english]
    : locale.startsWith('de')
      ? [german, english]
      : [english, german];
  for (const language of languages) {
    const found = language.casual
      .parse(rest, now, { forwardDate: true })
      .flatMap((result) => readResult(result, rest, now, language === german));
    if (found.length > 0) return [...written, ...found].sort((a, b) => a.from - b.from);
  }
  return written;
}

/** A stretch of time is no day: "next week", "this weekend", "now". */
const VAGUE =
  /^(?:(?:this|next|last|past|the|coming|diese[ns]?|nächste[ns]?|letzte[ns]?|kommende[ns]?)\s+)?(?:week|weekend|month|year|woche|wochenende|monat|jahr|quarter)$|^(?:now|jetzt|الآن|الان)$/iu;

function readResult(
  { index, text, start, end }: ParsedResult,
  whole: string,
  now: Date,
  isGerman: boolean,
): DateFinding[] {
  if (VAGUE.test(text.trim()) || isWordOnly(text, whole, index)) return [];
  const first = readComponents(start, text, whole.slice(0, index), now, isGerman);
  if (first === null) return [];
  const place = { from: index, to: index + text.length };
  const last = end === undefined || end === null ? null : readComponents(end, text, '', now, isGerman);
  if (last === null) return [{ ...place, ...first }];
  return [
    { ...place, ...first, role: 'start' },
    { ...place, ...last, role: 'end' },
  ];
}

function readComponents(
  components: ParsedResult['start'],
  text: string,
  before: string,
  now: Date,
  isGerman: boolean,
): Pick<DateFinding, 'value' | 'precision' | 'lastDay'> | null {
  const [year, month, day] = [components.get('year'), components.get('month'), components.get('day')];
  if (year === null || month === null || day === null) return null;
  if (components.isCertain('day') || (components.isCertain('month') && COUNTED.test(text)))
    return { value: writeDay(new Date(year, month - 1, day)), precision: 'day' };
  if (components.isCertain('weekday')) return readWeekday(components, text, before, now, isGerman);
  if (!components.isCertain('month')) return null;
  return {
    value: writeDay(new Date(year, month - 1, 1)),
    lastDay: writeDay(new Date(year, month, 0)),
    precision: 'month',
  };
}

/** "6 months ago": chrono takes it for a month. */
const COUNTED = /\bago$|^in |^vor /i;

/** A weekday is the next one after today, "last …" the one before; "next Friday" is next week's, "nächsten Freitag" is not. */
function readWeekday(
  components: ParsedResult['start'],
  text: string,
  before: string,
  now: Date,
  isGerman: boolean,
): Pick<DateFinding, 'value' | 'precision'> {
  const weekday = components.get('weekday') ?? 0;
  const said = `${before.slice(-12)}${text}`.toLowerCase();
  if (/\b(?:last|past|letzte\p{L}*|vergangene\p{L}*)\s+\p{L}+/u.test(said) || /الماضي/.test(said)) {
    return { value: writeDay(addDays(now, -((now.getDay() - weekday + 7) % 7 || 7))), precision: 'weekday' };
  }
  const ahead = (weekday - now.getDay() + 7) % 7 || 7;
  if (!isGerman && /\bnext\s+\p{L}+/u.test(text.toLowerCase())) {
    const chosen = new Date(
      components.get('year') ?? 0,
      (components.get('month') ?? 1) - 1,
      components.get('day') ?? 1,
    );
    return { value: writeDay(chosen), precision: 'weekday' };
  }
  return { value: writeDay(addDays(now, ahead)), precision: 'weekday' };
}

/** "We sat in the sun": short for a weekday, or a word of its own. */
function isWordOnly(text: string, whole: string, index: number): boolean {
  return (
    (/^(?:sat|sun|wed|mar|so|mo|fr|do|mi)$/.test(text) &&
      /(?:\b(?:the|a|i|we|he|she|they|you)\s+|\p{L})$/iu.test(whole.slice(0, index))) ||
    (/^\p{L}/u.test(whole.slice(index + text.length)) && /\p{L}$/u.test(text))
  );
}

/** How long something lasts is no day: "for 8 days". */
function findSpans(text: string): { from: number; to: number }[] {
  const spans = text.matchAll(
    /(?<!\p{L})(?:for|für|over)\s+(?:\d+|\p{L}+)\s+(?:days?|nights?|weeks?|months?|years?|hours?|tage?|nächte?|wochen?|stunden?)(?!\p{L})/giu,
  );
  // Which is the day of "3/4" was settled before, or cannot be told.
  const slashes = text.matchAll(/(?<!\d)\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?(?!\d|[/-])/g);
  return [...spans, ...slashes]
    .filter(({ 0: said }) => !/^\d{1,2}-/.test(said) || said.split('-').length > 2)
    .map(({ 0: said, index }) => ({ from: index, to: index + said.length }));
}

function blank(text: string, places: { from: number; to: number }[]): string {
  return places.reduce(
    (rest, { from, to }) => rest.slice(0, from) + '_'.repeat(to - from) + rest.slice(to),
    text,
  );
}
