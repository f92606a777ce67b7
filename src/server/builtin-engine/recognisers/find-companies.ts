import { STOP_WORDS } from '../vocabulary/stop-words.ts';
import type { Finding } from './finding.ts';
import type { Lexicon } from './lexicon.ts';

/** Companies: "I work for …", "Ken from …", or by their legal form. */
export function findCompanies(text: string, lexicon: Lexicon): Finding[] {
  const found: Finding[] = [];
  const add = (from: number, value: string) => {
    if (value !== '' && !found.some((other) => other.from < from + value.length && from < other.to)) {
      found.push({ from, to: from + value.length, value });
    }
  };
  for (const match of text.matchAll(LEGAL)) add(match.index, match[0]);
  for (const { words, trust } of FRAMES) {
    for (const match of text.matchAll(words)) {
      const from = match.index + match[0].length;
      const value = readCompany(text.slice(from), trust);
      if (trust === 'weak' && !isTelling(value, lexicon)) continue;
      add(from, value);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

type Trust = 'any' | 'capital' | 'weak';

const FRAMES: { words: RegExp; trust: Trust }[] = [
  frame(
    "(?:work|works|working|worked) (?:for|at|with)|employed (?:at|by|with)|(?:company|employer|firm|business|organi[sz]ation)(?: name)?(?:'s|’s| is(?: called)?|:)|(?:i|we) represent|representing|on behalf of|arbeite (?:bei|für)|(?:firma|unternehmen)(?: ist| heißt|:)?|(?:أعمل|اعمل) (?:في|لدى|مع)(?: شركة)?|شركتي(?: هي)?",
    'any',
  ),
  frame('von der firma|(?:من|في|لدى) شركة|my company|our company', 'any'),
  frame('from|at|with|von|bei', 'weak'),
];

function frame(words: string, trust: Trust) {
  return {
    words: new RegExp(`(?<![\\p{L}\\p{N}@])(?:${words})\\s+(?:(?:the|a|an|der|die|das)\\s+)?`, 'giu'),
    trust,
  };
}

const FORMS =
  'GmbH|AG|KG|UG|SE|OHG|Inc|LLC|Ltd|Limited|Corp|Corporation|PLC|LLP|BV|NV|SARL|SAS|SpA|AB|Oy|AS|Pty';
const LEGAL = new RegExp(
  `(?:(?:[\\p{Lu}\\d][\\p{L}\\p{N}.'’-]*|&|\\+|und|and) ){1,5}(?:${FORMS})(?:\\.|(?![\\p{L}\\p{N}]))`,
  'gu',
);

function readCompany(rest: string, trust: Trust): string {
  const words: string[] = [];
  const [clause = ''] = rest.split(/[,;!?()\n]|\.(?:\s|$)|\s[-–—]\s/u);
  for (const word of clause.split(' ').slice(0, 6)) {
    const isCapital = /^[\p{Lu}\d]/u.test(word);
    if (/@/.test(word) || (STOP_WORDS.has(word.toLowerCase()) && !isCapital)) break;
    if (trust !== 'any' && !isCapital && word !== '&') break;
    words.push(word);
  }
  const value = words.join(' ').replace(/[\s&.:]+$/u, '');
  return STOP_WORDS.has(value.toLowerCase()) ? '' : value;
}

/** "Ken from Berlin" comes from a place, "Ken from Studio Nine" does not. */
function isTelling(value: string, lexicon: Lexicon): boolean {
  if (value === '' || /^(?:Mr|Mrs|Ms|Dr)\b/.test(value) || /\d{1,2}(?:$| )/.test(value.slice(0, 3)))
    return false;
  return value.includes(' ') || lexicon.rank(value.toLowerCase()) === null;
}
