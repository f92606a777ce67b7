import type { Lexicon } from './lexicon.ts';
import type { Token } from './read-tokens.ts';

/** A clause, as far as it was read. */
export interface Clause {
  /** Index of its first token. */
  start: number;
  subject: 'i' | 'we' | 'you' | null;
  /** The subject stood in the clause before: another one takes its place. */
  isCarried: boolean;
  hasSome: boolean;
  /** "You have entered": the visitor's own deed. */
  visitorDid: boolean;
  hasThing: boolean;
  hasThe: boolean;
  hasYours: boolean;
  hasOurs: boolean;
  hasNumber: boolean;
  has: boolean;
  is: boolean;
  was: boolean;
  will: boolean;
  /** Index of a verb such as "managed to"; -1: none. */
  did: number;
  /** Index of the modal that is in force; -1: none. */
  may: number;
  not: boolean;
  if: boolean;
}

/** What is true of the whole sentence. */
export interface SentenceFacts {
  isQuestion: boolean;
  asksFirst: boolean;
  /** Index of the token that the last clause begins with. */
  lastClause: number;
  ifs: number[];
  isHabit: boolean;
  isPast: boolean;
  isNow: boolean;
  isYours: boolean;
  isSoon: boolean;
  hasEvidence: boolean;
  hasPeople: boolean;
  hasPlace: boolean;
  isInvited: boolean;
  hasSimplePast: boolean;
  hasFragments: boolean;
}

/** A word of a sentence, and what was read before it. */
export interface Place {
  tokens: Token[];
  at: number;
  clause: Clause;
  facts: SentenceFacts;
  lexicon: Lexicon;
}
