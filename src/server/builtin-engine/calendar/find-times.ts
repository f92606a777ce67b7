import { findNumbers } from '../recognisers/find-numbers.ts';
import type { Finding } from '../recognisers/finding.ts';

/** Times of day as HH:MM; `now` for "in two hours". An hour that could be either is taken as people in shops mean it. */
export function findTimes(text: string, now: Date): Finding[] {
  const said = spellInDigits(text.toLowerCase());
  const taken: Finding[] = [];
  for (const read of READERS) {
    for (const match of said.matchAll(read.pattern)) {
      const { index } = match;
      const time = read.toTime(match.groups ?? {}, now);
      const found = { from: index, to: index + match[0].length };
      if (time === null || taken.some((other) => other.from < found.to && found.from < other.to)) continue;
      taken.push({ ...found, value: time, ...(read.isWeak?.(match, said) ? { isWeak: true } : {}) });
    }
  }
  return taken.sort((a, b) => a.from - b.from);
}

type Groups = Partial<Record<string, string>>;

interface TimeReader {
  pattern: RegExp;
  toTime(groups: Groups, now: Date): string | null;
  isWeak?(match: RegExpMatchArray, text: string): boolean;
}

const PERIOD =
  "(?:,?\\s*(?:o'?clock|uhr)?,?\\s*(?:in the|at|this|in der|am|في)?\\s*(?<period>a\\.?m\\b\\.?|p\\.?m\\b\\.?|morning|afternoon|evening|tonight|night|früh|morgens|vormittags?|nachmittags?|abends?|nachts|صباحا|صباحًا|مساء|مساءً|ظهرا|ظهرًا|ليلا|ليلًا))";
const START = '(?<![\\p{L}\\p{N}.,:/#$€£-])';
const END = '(?![\\p{L}\\p{N}]|[:/-]\\d|[.,]\\d)';
const AT =
  '(?:\\b(?:at|around|about|by|before|after|than|till|until|from|to|time|um|gegen|ab|bis|nach|vor)|الساعة)(?: the)?\\s+';
/** What may follow a lone hour, so that "after 6 people" is none. */
const ALONE = `(?=\\s*(?:$|[.,;!?)]|(?:and|or|for|on|today|tomorrow|please|thanks|then|if|in|und|oder|für|bitte|heute|morgen)\\b))`;
const NOT_COUNTED =
  '(?!\\s*(?:people|persons|guests|nights|days?|weeks?|months?|adults?|kids|items|pieces|percent|%|personen|tage|€|euros?|dollars?|pounds?))';

const READERS: TimeReader[] = [
  {
    pattern: new RegExp(
      `${START}(?<count>\\d{1,3}) (?<unit>minutes?|mins?|hours?) ago\\b|vor (?<count2>\\d{1,3}) (?<unit2>minuten?|stunden?)`,
      'gu',
    ),
    toTime: ({ count, unit, count2, unit2 }, now) =>
      shift(now, -Number(count ?? count2), unit ?? unit2 ?? ''),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})in (?<count>\\d{1,3}) (?<unit>minutes?|mins?|hours?|minuten?|stunden?)${END}`,
      'gu',
    ),
    toTime: ({ count, unit }, now) => shift(now, Number(count), unit ?? ''),
  },
  {
    pattern: /(?<!\p{L}|good |after)(?:noon|midday|mittags?|منتصف النهار)(?!\p{L})/gu,
    toTime: () => '12:00',
  },
  { pattern: /(?<!\p{L})(?:midnight|mitternacht|منتصف الليل)(?!\p{L})/gu, toTime: () => '00:00' },
  {
    pattern: new RegExp(
      `${START}(?:a )?(?<minutes>\\d{1,2}|quarter|half|viertel)(?:\\s+min(?:ute)?s?|\\s+minuten)?\\s+(?<side>to|before|till|past|after|vor|nach)\\s+(?<hour>\\d{1,2})${END}${NOT_COUNTED}${PERIOD}?`,
      'gu',
    ),
    toTime: ({ minutes = '', side = '', hour, period }) =>
      spoken(MINUTES[minutes] ?? Number(minutes), /past|after|nach/.test(side), Number(hour), period),
    isWeak: (match, text) =>
      match.groups?.period === undefined &&
      (/(?:from|between|von|zwischen)\s*$/.test(text.slice(0, match.index ?? 0)) ||
        (/^\d$/.test(match.groups?.minutes ?? '') && match.groups?.minutes !== '5')),
  },
  {
    pattern: new RegExp(`(?<!\\p{L})halb\\s+(?<hour>\\d{1,2})${END}${PERIOD}?`, 'gu'),
    toTime: ({ hour, period }) => spoken(30, false, Number(hour), period),
  },
  {
    pattern: new RegExp(
      `${START}(?<hour>\\d{1,2})(?::|h|(?=\\.\\d\\d ?(?:[ap]\\.?m|uhr)).)(?<minute>\\d{2})(?::\\d{2})?${END}${PERIOD}?`,
      'gu',
    ),
    toTime: ({ hour = '', minute, period }) =>
      write(Number(hour), Number(minute), period, hour.startsWith('0')),
  },
  {
    pattern: new RegExp(
      `(?:${AT}|^|${START})(?<hour>\\d{1,2})[ .](?<minute>[0-5]\\d)${END}(?! ?\\d)${NOT_COUNTED}${PERIOD}?`,
      'gu',
    ),
    toTime: ({ hour = '', minute, period }) =>
      write(Number(hour), Number(minute), period, hour.startsWith('0')),
    isWeak: (match) => match.groups?.period === undefined && /^\d/.test(match[0]) && (match.index ?? 0) > 0,
  },
  {
    pattern: new RegExp(
      `${START}(?<hour>\\d{1,2}) ?(?<clock>o'?clock|uhr)${END}(?:\\s*(?<minute>[0-5]\\d)${END})?${PERIOD}?`,
      'gu',
    ),
    toTime: ({ hour, minute = '0', period, clock }) =>
      write(Number(hour), Number(minute), period, clock === 'uhr'),
  },
  {
    pattern: new RegExp(`${START}(?:الساعة )?(?<hour>\\d{1,2})${PERIOD}(?!\\p{L})`, 'gu'),
    toTime: ({ hour, period }) => write(Number(hour), 0, period, false),
  },
  {
    pattern: new RegExp(`${AT}(?<hour>\\d{1,2})${END}${ALONE}`, 'gu'),
    toTime: ({ hour }) => write(Number(hour), 0, undefined, false),
    isWeak: (match) => /^(?:from|to|after|before|than|until|till|by|about|nach|vor|bis|ab)/.test(match[0]),
  },
];

const MINUTES: Record<string, number> = { quarter: 15, viertel: 15, half: 30 };

function spoken(minutes: number, isPast: boolean, hour: number, period: string | undefined): string | null {
  if (minutes > 59) return null;
  const base = write(hour, 0, period, false);
  if (base === null) return null;
  const at = (Number(base.slice(0, 2)) * 60 + (isPast ? minutes : -minutes) + 1440) % 1440;
  return clock(Math.floor(at / 60), at % 60);
}

function write(hour: number, minute: number, period: string | undefined, isExact: boolean): string | null {
  if (hour > 24 || minute > 59) return null;
  const at = hour === 24 ? 0 : hour;
  if (at > 12 || (at === 0 && period === undefined)) return clock(at, minute);
  if (period === undefined) return clock(!isExact && at >= 1 && at <= 6 ? at + 12 : at, minute);
  if (/^(?:a\.?m|morn|früh|morgens|vormit|صباح)/.test(period)) return clock(at === 12 ? 0 : at, minute);
  if (/^(?:night|nachts|ليل)/.test(period)) return clock(at === 12 ? 0 : at < 5 ? at : at + 12, minute);
  return clock(at === 12 ? 12 : at + 12, minute);
}

function shift(now: Date, count: number, unit: string): string {
  const minutes = count * (/^(?:hour|stunde)/.test(unit) ? 60 : 1);
  const at = (((now.getHours() * 60 + now.getMinutes() + minutes) % 1440) + 1440) % 1440;
  return clock(Math.floor(at / 60), at % 60);
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** "half past three" → "half past 3    ": no letter after it moves. */
function spellInDigits(text: string): string {
  let spelled = text;
  for (const { from, to, value } of findNumbers(text)) {
    if (/\d/.test(text.slice(from, to)) || !Number.isInteger(value) || value > 59) continue;
    const digits = String(value);
    if (digits.length > to - from) continue;
    spelled = `${spelled.slice(0, from)}${digits}${' '.repeat(to - from - digits.length)}${spelled.slice(to)}`;
  }
  return spelled;
}
