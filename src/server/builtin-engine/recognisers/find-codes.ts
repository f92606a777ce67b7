import { STOP_WORDS } from '../vocabulary/stop-words.ts';
import type { Finding } from './finding.ts';

/**
 * Order numbers and the like. `words`: how the input is called; a number that is called something else is none of it.
 * Plain digits that nothing is said of are weak.
 */
export function findCodes(text: string, words: string): Finding[] {
  const meant = nounsIn(words);
  return [...text.matchAll(CODE)].flatMap((match) => {
    const said = match[0];
    const from = match.index;
    const before = text.slice(Math.max(0, from - 48), from);
    const value = said.replace(/^#/, '');
    if (!/\d/.test(value) || MEASURE.test(value) || (/^\d+$/.test(value) && /\d [/-]?$/.test(before)))
      return [];
    const cue = CUE.exec(before)?.groups;
    const noun = nounOf(cue?.noun ?? '');
    if (noun !== null && meant.length > 0 && !meant.includes(noun)) return [];
    const isCalled = said.startsWith('#') || cue?.called !== undefined;
    const isNamed = noun !== null && (isCalled || standsAlone(value, text.slice(from + said.length)));
    return [{ from, to: from + said.length, value, isWeak: !(isCalled || isNamed || looksLikeCode(value)) }];
  });
}

/** The value as the owner's pattern wants it; patterns that could take long to try are not tried. */
export function fitsPattern(value: string, pattern: string | null): boolean {
  if (pattern === null || pattern.length > 100 || /\)[*+?{]|\\\d/.test(pattern)) return true;
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    // A pattern that is no regular expression here rules nothing out; the action's own check has the last word.
    return true;
  }
}

const CODE =
  /(?<![\p{L}\p{N}_@.])#?[\p{L}\p{N}](?:[\p{L}\p{N}_/-]{0,38}[\p{L}\p{N}])?(?![\p{L}\p{N}_@]|[.,]\d)/gu;
const MEASURE =
  /^\d+(?:st|nd|rd|th|am|pm|h|x|k|kg|g|cm|mm|m|km|gb|mb|min|mins|eur|usd|l|ml|er|s|d|%)$|^\d{1,2}-\d{1,2}$|^\d+-\p{L}+$/iu;

/** What a number is a number of. */
const NOUNS: [string, RegExp][] = [
  ['order', /^(?:orders?|bestell\p{L}*|auftrag\p{L}*|ال?طلب\p{L}*)$/u],
  ['invoice', /^(?:invoices?|bills?|rechnung\p{L}*|ال?فاتورة)$/u],
  ['ticket', /^(?:tickets?|case|vorgang\p{L}*|ال?تذكرة)$/u],
  ['booking', /^(?:bookings?|reservations?|buchung\p{L}*|reservierung\p{L}*|ال?حجز)$/u],
  ['tracking', /^(?:tracking|shipment|parcel|package|sendung\p{L}*|paket\p{L}*|ال?شحنة)$/u],
  ['customer', /^(?:customers?|client|member(?:ship)?|kunden\p{L}*|mitglied\p{L}*|ال?عميل)$/u],
  ['account', /^(?:accounts?|konto\p{L}*|ال?حساب)$/u],
  ['product', /^(?:products?|articles?|items?|sku|artikel\p{L}*|produkt\p{L}*|ال?منتج)$/u],
  ['phone', /^(?:phone|mobile|cell|telefon\p{L}*|handy\p{L}*|ال?هاتف)$/u],
  ['post', /^(?:postcode|postal|zip|plz|postleitzahl)$/u],
  ['serial', /^(?:serial|serien\p{L}*)$/u],
];

function nounOf(word: string): string | null {
  return NOUNS.find(([, pattern]) => pattern.test(word.toLowerCase()))?.[0] ?? null;
}

function nounsIn(words: string): string[] {
  return (words.match(/\p{L}+/gu) ?? []).flatMap((word) => nounOf(word) ?? []);
}

const CALLED = `(?:number|numbers|no\\.?|nr\\.?|num\\.?|id|code|ref(?:erence)?|nummer|kennung|رقم)`;
/** "order number is", "Bestellnummer:", "my id", "رقم الطلب هو". */
const CUE = new RegExp(
  `(?<![\\p{L}])(?<noun>\\p{L}+)?(?<called> ?${CALLED}(?![\\p{L}])(?: \\p{L}+)?|(?<=nummer|kennung)|(?<=رقم) \\p{L}+)?(?: of mine)?(?:\\s*(?:is|was|:|=|ist|lautet|war|هو)){0,2}(?:\\s+(?:the|die|der|no\\.?|nr\\.?))?\\s*$`,
  'iu',
);

/** Not "order 500 flyers": no thing that is counted follows. */
function standsAlone(value: string, after: string): boolean {
  const next = /^\s+(\p{L}+)/u.exec(after)?.[1];
  return (
    /\d{3}/.test(value) && (next === undefined || STOP_WORDS.has(next.toLowerCase()) || /n't|ed$/.test(next))
  );
}

function looksLikeCode(value: string): boolean {
  return /\p{L}/u.test(value) && value.length > 3;
}
