import { findNumbers } from './find-numbers.ts';
import type { Finding } from './finding.ts';

export interface Money {
  amount: number;
  /** ISO 4217; null: none was named. */
  currency: string | null;
}

/** Sums of money. A number without a currency is one where spending, paying or a price is spoken of. */
export function findAmounts(text: string): Finding<Money>[] {
  return findNumbers(text).flatMap((number): Finding<Money>[] => {
    const before = BEFORE.exec(text.slice(Math.max(0, number.from - 12), number.from));
    const after = AFTER.exec(text.slice(number.to, number.to + 16));
    const currency = toCurrency(before?.[1] ?? after?.[1]);
    if (currency === null) {
      const spoken = SPENT.test(text.slice(Math.max(0, number.from - 40), number.from));
      const counts = /^ ?(?:%|percent|prozent)|^ (?:times?|people|days?|hours?|mal)\b/i.test(
        text.slice(number.to),
      );
      if (counts) return [];
      return [
        { from: number.from, to: number.to, value: { amount: number.value, currency }, isWeak: !spoken },
      ];
    }
    const from = before === null ? number.from : number.from - before[0].length;
    const to = after?.[1] !== undefined && before === null ? number.to + after[0].length : number.to;
    return [{ from, to, value: { amount: number.value, currency } }];
  });
}

/** As inputs want it: "49.99 USD", without a currency "49.99". */
export function writeMoney({ amount, currency }: Money): string {
  return currency === null ? String(amount) : `${amount} ${currency}`;
}

const CODES =
  'USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|TRY|AED|SAR|EGP|QAR|KWD|JOD|BRL|MXN|ZAR';
const BEFORE = new RegExp(`((?:US|A|C)?[$€£¥₹]|(?<!\\p{L})(?:${CODES})) ?$`, 'iu');
const AFTER = new RegExp(
  `^ ?((?:[$€£¥₹]|(?:${CODES})(?!\\p{L}))|(?:us )?dollars?|bucks|euros?|pounds?|quid|sterling|yen|yuan|rupees?|francs?|franken|
   kronor|kroner|zloty|lira|dirhams?|riyals?|pfund|دولار|يورو|جنيه|درهم|ريال|دينار)`.replace(/\n\s+/g, ''),
  'iu',
);
const SPENT =
  /\b(?:spen[dt]|pa(?:y|id)|costs?|charged?|price|budget|worth|limit|amount|refund|transfer|owe|bezahlt|gezahlt|kostet|betrag|budget)\b[^.!?]*$/iu;

const CURRENCIES: [RegExp, string][] = [
  [/^(?:\$|us\$|(?:us )?dollars?|bucks|دولار)$/, 'USD'],
  [/^(?:€|euros?|يورو)$/, 'EUR'],
  [/^(?:£|pounds?|quid|sterling|pfund)$/, 'GBP'],
  [/^(?:¥|yen)$/, 'JPY'],
  [/^(?:₹|rupees?)$/, 'INR'],
  [/^yuan$/, 'CNY'],
  [/^(?:francs?|franken)$/, 'CHF'],
  [/^a\$$/, 'AUD'],
  [/^c\$$/, 'CAD'],
  [/^kronor$/, 'SEK'],
  [/^zloty$/, 'PLN'],
  [/^lira$/, 'TRY'],
  [/^(?:dirhams?|درهم)$/, 'AED'],
  [/^(?:riyals?|ريال)$/, 'SAR'],
  [/^جنيه$/, 'EGP'],
];

function toCurrency(said: string | undefined): string | null {
  if (said === undefined) return null;
  const word = said.toLowerCase().trim();
  return (
    CURRENCIES.find(([pattern]) => pattern.test(word))?.[1] ??
    (/^[a-z]{3}$/.test(word) ? word.toUpperCase() : null)
  );
}
