import type { Word } from '../language/words.ts';
import { DEED_CONCEPTS } from '../vocabulary/concepts-deeds.ts';

/** What some words ask to be done: `book`, `cancel`, … */
export function deedsOf(words: Word[]): Set<string> {
  return new Set(words.flatMap((word) => word.concepts).filter((concept) => DEEDS.has(concept)));
}

/** One says one thing and the other its opposite: "cancel" where "book" is meant. */
export function contradict(said: Set<string>, meant: Set<string>): boolean {
  return OPPOSITES.some(
    ([some, others]) => isOnly(said, some, others, meant) || isOnly(said, others, some, meant),
  );
}

const DEEDS = new Set(DEED_CONCEPTS.map(({ id }) => id));
const OPPOSITES: [string[], string[]][] = [
  [
    ['cancel', 'remove', 'stop'],
    ['book', 'create', 'activate', 'join', 'buy'],
  ],
  [['check'], ['book', 'cancel', 'remove', 'create', 'change']],
  [['change'], ['remove', 'cancel']],
];

function isOnly(said: Set<string>, these: string[], those: string[], meant: Set<string>): boolean {
  const has = (deeds: Set<string>, names: string[]) => names.some((name) => deeds.has(name));
  return has(said, these) && !has(said, those) && has(meant, those) && !has(meant, these);
}
