import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/min';
import type { Finding } from './finding.ts';

/** Valid phone numbers, as E.164. `country`: of numbers without a country code; null: such numbers are not taken. */
export function findPhones(text: string, country: CountryCode | null): Finding[] {
  // "00" for "+", without moving a letter.
  const dialled = text.replace(/(?<![\d+])00(?=[1-9])/g, ' +');
  return findPhoneNumbersInText(dialled, country === null ? undefined : { defaultCountry: country }).map(
    ({ startsAt, endsAt, number }) => ({
      from: startsAt,
      to: endsAt,
      value: number.number,
      isWeak: !IS_WRITTEN_AS_PHONE.test(dialled.slice(startsAt, endsAt)) || isOfSomethingElse(text, startsAt),
    }),
  );
}

const IS_WRITTEN_AS_PHONE = /^\+|^\(|\d[ ./()-]+\d/;
const SOMETHING_ELSE =
  /(?:order|ticket|invoice|tracking|booking|reference|customer|account|serial|bestell\p{L}*|rechnung\p{L}*|kunden\p{L}*|طلب|فاتورة)(?: ?(?:number|no\.?|nr\.?|id|code|nummer))?(?: is| ist|:| #)?\s*$/iu;

function isOfSomethingElse(text: string, from: number): boolean {
  return SOMETHING_ELSE.test(text.slice(Math.max(0, from - 60), from));
}
