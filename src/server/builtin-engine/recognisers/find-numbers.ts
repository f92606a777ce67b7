import type { Finding } from './finding.ts';
import { readNumber } from './read-number.ts';

/** Numbers in digits and in words, and "a pair", "half a dozen". */
export function findNumbers(text: string): Finding<number>[] {
  const digits = [...text.matchAll(DIGITS)].flatMap((match) => {
    const value = readNumber(match[0]);
    return value === null ? [] : [{ from: match.index, to: match.index + match[0].length, value }];
  });
  return [...digits, ...findNumberWords(text)].sort((a, b) => a.from - b.from);
}

const DIGITS =
  /(?<![\p{L}\p{N}.,#/_@-])-?(?:\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)(?![\p{N}_@]|[.,/:-]\d|\p{L}\d)/gu;

interface Open {
  from: number;
  to: number;
  /** Whole thousands, and what is counted after them. */
  thousands: number;
  below: number;
}

function findNumberWords(text: string): Finding<number>[] {
  const found: Open[] = [];
  for (const { 0: said, index } of text.matchAll(/\p{L}+/gu)) {
    const word = said.toLowerCase();
    const value = NUMBERS.get(word) ?? readGermanCompound(word);
    if (value === null) continue;
    const last = found.at(-1);
    const goesOn =
      last !== undefined && /^(?:[ -]|\s+and\s+)$/.test(text.slice(last.to, index)) && canFollow(value, last);
    const next = { from: index, to: index + said.length, thousands: 0, below: 0 };
    if (goesOn) found.pop();
    found.push(addTo(goesOn ? { ...last, to: next.to } : next, value));
  }
  return found.map(({ from, to, thousands, below }) => ({ from, to, value: thousands + below }));
}

/** "twenty one", "two hundred", but not "one two". */
function canFollow(value: number, { below }: Open): boolean {
  if (value >= 100) return below > 0;
  return below === 0 || (below % 100 === 0 ? true : below % 10 === 0 && below % 100 >= 20 && value < 10);
}

function addTo(open: Open, value: number): Open {
  if (value === 1000) return { ...open, thousands: open.thousands + (open.below || 1) * 1000, below: 0 };
  return { ...open, below: value === 100 ? (open.below || 1) * 100 : open.below + value };
}

const NUMBERS = new Map(
  Object.entries({
    0: 'zero null صفر',
    1: 'one eins واحد واحدة',
    2: 'two couple pair zwei zwo paar اثنان اثنين اثنتان اثنتين',
    3: 'three drei ثلاثة ثلاث',
    4: 'four vier أربعة اربعة أربع اربع',
    5: 'five fünf خمسة خمس',
    6: 'six sechs ستة ست',
    7: 'seven sieben سبعة سبع',
    8: 'eight acht ثمانية ثمان',
    9: 'nine neun تسعة تسع',
    10: 'ten zehn عشرة عشر',
    11: 'eleven elf',
    12: 'twelve dozen zwölf dutzend',
    13: 'thirteen dreizehn',
    14: 'fourteen vierzehn',
    15: 'fifteen fünfzehn',
    16: 'sixteen sechzehn',
    17: 'seventeen siebzehn',
    18: 'eighteen achtzehn',
    19: 'nineteen neunzehn',
    20: 'twenty zwanzig عشرون عشرين',
    30: 'thirty dreißig ثلاثون ثلاثين',
    40: 'forty vierzig أربعون أربعين',
    50: 'fifty fünfzig خمسون خمسين',
    60: 'sixty sechzig ستون ستين',
    70: 'seventy siebzig سبعون سبعين',
    80: 'eighty achtzig ثمانون ثمانين',
    90: 'ninety neunzig تسعون تسعين',
    100: 'hundred hundert einhundert مئة مائة',
    200: 'zweihundert مئتان مئتين',
    1000: 'thousand tausend eintausend ألف',
  }).flatMap(([value, words]) => words.split(' ').map((word) => [word, Number(value)] as const)),
);

/** "einundzwanzig", "fünfundvierzig". */
function readGermanCompound(word: string): number | null {
  const [, ones = '', tens = ''] =
    /^(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(\p{L}+zig|dreißig)$/u.exec(word) ?? [];
  const ten = NUMBERS.get(tens);
  if (ten === undefined) return null;
  return ten + (ones === 'ein' ? 1 : (NUMBERS.get(ones) ?? 0));
}
