import { addDays, type DateFinding, writeDay } from './date-finding.ts';

/** Days in the ways that chrono does not read: "November the 12th", "Friday 29th", "the 2nd", 1.5., 5/4/2026, holidays. */
export function findWrittenDays(text: string, now: Date, locale: string): DateFinding[] {
  const found: DateFinding[] = [];
  for (const { pattern, read } of [...READERS, MAY]) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const day = read(match.groups ?? {}, now, locale);
      if (day !== null && !found.some((other) => from < other.to && other.from < to)) {
        found.push({ from, to, ...day });
      }
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

type Read = (
  groups: Partial<Record<string, string>>,
  now: Date,
  locale: string,
) => Pick<DateFinding, 'value' | 'precision' | 'lastDay'> | null;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\\p{L}*\\.?';
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');
const TAGE = 'so mo di mi do fr sa'.split(' ');
const WEEKDAY = '(?<weekday>sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?';
const WOCHENTAG = '(?<weekday>sonntag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend)';
/** What may follow "the 2nd", so that "the 2nd order" and "the 2nd of each month" are no day. */
const ALONE =
  '(?=\\s*(?:$|[.,;:!?)–-]|(?:at|and|to|until|till|for|from|in|please|or|with|thanks|thank|if|is|works?|would|will|um|bis|und|bitte|ab)\\b))';

const READERS: { pattern: RegExp; read: Read }[] = [
  {
    pattern: new RegExp(
      `(?<!\\p{L})${MONTH}\\s+the\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>\\d{4}))?(?!\\d)`,
      'giu',
    ),
    read: ({ month = '', day, year }, now) =>
      inYear(MONTHS.indexOf(month.toLowerCase().slice(0, 3)), Number(day), year, now),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:next |on )?${WEEKDAY},? (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)(?! (?:of )?(?:\\p{Lu}|${MONTHS.join('|')}))`,
      'giu',
    ),
    read: ({ weekday = '', day }, now) =>
      onWeekday(DAYS.indexOf(weekday.toLowerCase().slice(0, 3)), Number(day), now),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})${WOCHENTAG},?(?: de[nm]| der)? (?<day>\\d{1,2})\\.(?!\\d| \\p{L}{3})`,
      'giu',
    ),
    read: ({ weekday = '', day }, now) =>
      onWeekday(TAGE.indexOf(weekday.toLowerCase().slice(0, 2)), Number(day), now),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?<!(?:${MONTHS.join('|')})\\p{L}*\\.? )(?:(?:the|on|by|from|until|till|to|for) )?(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)${ALONE}`,
      'giu',
    ),
    read: ({ day }, now) => onDayOfMonth(Number(day), now),
  },
  {
    pattern:
      /(?<![\p{L}\p{N}])(?:am|den|dem|bis|vom|zum|ab|der) (?<day>\d{1,2})\.(?!\d)(?=\s*(?:$|[,;!?)–-]|(?:um|bis|und|bitte|ab|oder|zum)\b))/giu,
    read: ({ day }, now) => onDayOfMonth(Number(day), now),
  },
  {
    pattern: /(?<![\p{N}.])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?:\s?(?<year>\d{4}|\d{2}))?(?!\d)/gu,
    read: ({ day, month, year }, now) => inYear(Number(month) - 1, Number(day), year, now),
  },
  {
    pattern:
      /(?<![\p{N}/-])(?<first>\d{1,2})(?<mark>[/-])(?<second>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?![\p{N}/])/gu,
    read: readSlashes,
  },
  {
    pattern: /(?<![\p{N}/])(?<first>\d{1,2})\/(?<second>\d{1,2})(?![\p{N}/])/gu,
    read: readSlashes,
  },
  {
    pattern:
      /(?<!\p{L})(?<holiday>christmas eve|christmas(?: day)?|new year'?s? eve|new year'?s?(?: day)?|valentine'?s(?: day)?|halloween|independence day|boxing day|heiligabend|silvester|neujahr)(?!\p{L})/giu,
    read: ({ holiday = '' }, now) => {
      const known = HOLIDAYS.find(([name]) => name.test(holiday.toLowerCase()));
      return known === undefined ? null : inYear(known[1] - 1, known[2], undefined, now);
    },
  },
];

/** Chrono takes no lone "May" for a month, because of "may I". */
const MAY: (typeof READERS)[number] = {
  pattern:
    /(?<=(?:until|till|since|from|by|to|in|before|after|of|this|next|last) )may(?! (?:i|we|you|it|be|not)\b)(?!\p{L}| \d)/giu,
  read: (_, now) => {
    const year = now.getMonth() > 4 ? now.getFullYear() + 1 : now.getFullYear();
    return {
      value: writeDay(new Date(year, 4, 1)),
      lastDay: writeDay(new Date(year, 5, 0)),
      precision: 'month',
    };
  },
};

const HOLIDAYS: [RegExp, number, number][] = [
  [/^christmas eve|heiligabend/, 12, 24],
  [/^christmas/, 12, 25],
  [/^boxing/, 12, 26],
  [/^new year'?s? eve|silvester/, 12, 31],
  [/^new year|neujahr/, 1, 1],
  [/^valentine/, 2, 14],
  [/^halloween/, 10, 31],
  [/^independence/, 7, 4],
];

/** Which comes first is told by the numbers or by the country; where neither does, it is no date to rely on. */
function readSlashes(
  { first, second, year }: Partial<Record<string, string>>,
  now: Date,
  locale: string,
): ReturnType<Read> {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 || a === b) return inYear(b - 1, a, year, now);
  if (b > 12 || locale.toLowerCase() === 'en-us') return inYear(a - 1, b, year, now);
  return locale === 'en' ? null : inYear(b - 1, a, year, now);
}

/** Without a year: the next one to come. */
function inYear(month: number, day: number, year: string | undefined, now: Date): ReturnType<Read> {
  const given = year === undefined ? now.getFullYear() : Number(year.length === 2 ? `20${year}` : year);
  const date = makeDay(given, month, day);
  if (date === null) return null;
  const passed = year === undefined && date < addDays(now, 0);
  const next = passed ? makeDay(given + 1, month, day) : date;
  return next === null ? null : { value: writeDay(next), precision: 'day' };
}

function onDayOfMonth(day: number, now: Date): ReturnType<Read> {
  return firstOf(now, (month) => makeDay(now.getFullYear(), now.getMonth() + month, day), 'day-of-month');
}

function onWeekday(weekday: number, day: number, now: Date): ReturnType<Read> {
  return firstOf(
    now,
    (month) => {
      const date = makeDay(now.getFullYear(), now.getMonth() + month, day);
      return date?.getDay() === weekday ? date : null;
    },
    'day',
  );
}

function firstOf(
  now: Date,
  dayIn: (monthsAhead: number) => Date | null,
  precision: DateFinding['precision'],
): ReturnType<Read> {
  for (let month = 0; month < 24; month++) {
    const date = dayIn(month);
    if (date !== null && date >= addDays(now, 0)) return { value: writeDay(date), precision };
  }
  return null;
}

/** Null: there is no such day. */
function makeDay(year: number, month: number, day: number): Date | null {
  const date = new Date(year, month, day);
  return date.getDate() === day && day > 0 ? date : null;
}
