import { stemWord } from '../language/stem.ts';
import type { Finding } from './finding.ts';

/** Yes or no to what an input asks: as a bare answer when it was asked for, or beside its own words: "no gift wrap". */
export function findAnswer(text: string, words: string, wasAsked: boolean): Finding<boolean>[] {
  const said = text.toLowerCase().replace(/[’`]/g, "'");
  const whole = { from: 0, to: text.length };
  const stems = significantStems(words);
  const named = [...said.matchAll(/\p{L}+/gu)].find(
    ({ 0: word }) => stems.includes(stemWord(word, 'en')) || stems.includes(stemWord(word, 'de')),
  );
  if (named === undefined) {
    if (!wasAsked) return [];
    if (NO.test(said)) return [{ ...whole, value: false }];
    return YES.test(said) ? [{ ...whole, value: true }] : [];
  }
  const before = said.slice(0, named.index);
  if (DENIES.test(before) || NO.test(said)) return [{ ...whole, value: false }];
  if (QUESTION.test(said) && !YES.test(said)) return [];
  return [{ ...whole, value: true }];
}

const YES =
  /^(?:yes|yeah|yep|sure|ok|okay|please|of course|right|correct|true|absolutely|definitely|ja|klar|gerne?|natürlich|genau|نعم|أجل|طبعا|أكيد|تمام|صحيح)(?!\p{L})/u;
const NO = /^(?:no|nope|nah|not|don't|never|false|rather not|nein|nö|lieber nicht|kein|لا|ليس)(?!\p{L})/u;
const DENIES =
  /(?<!\p{L})(?:no|not|without|don't|do not|doesn't|never|skip|leave out|nicht|kein\p{L}*|ohne|بدون|لا|ليس|غير)(?!\p{L})[^.,;!?]{0,25}$/u;
const QUESTION = /\?|^(?:what|how|do you|is there|does|can i|was|wie|gibt es|ما|هل)(?!\p{L})/u;

const GENERIC = new Set(
  'whether if the is are was visitor customer wants want like would should they this that with and for true false yes not have has ob der die das will möchte soll kunde'.split(
    ' ',
  ),
);

function significantStems(words: string): string[] {
  return (words.match(/\p{L}{3,}/gu) ?? [])
    .filter((word) => !GENERIC.has(word))
    .flatMap((word) => [stemWord(word, 'en'), stemWord(word, 'de')]);
}
