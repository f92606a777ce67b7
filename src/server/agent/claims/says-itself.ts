import type { Topic } from '../claim-words/claim-words.ts';
import type { Form, Lexicon } from './lexicon.ts';
import { BREAK, plays, type Token } from './read-tokens.ts';

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
  isNow: boolean;
  isYours: boolean;
  hasSimplePast: boolean;
  hasFragments: boolean;
}

interface Place {
  tokens: Token[];
  at: number;
  clause: Clause;
  facts: SentenceFacts;
  lexicon: Lexicon;
}

type Said = { topics: Topic[]; isPromise: boolean } | 'harmless' | 'open' | null;

/**
 * Whether the word at this place says that something was done. `harmless`: it cannot, whatever follows;
 * `open`: not with what was said so far; null: it speaks of no deed.
 */
export function saysItself(place: Place): Said {
  const { tokens, at, clause, facts } = place;
  const topics = tokens[at]?.meaning?.topics;
  if (!topics || Object.keys(topics).length === 0) return null;
  if (clause.if || clause.not || isVisitorsDeed(place)) return 'harmless';
  const isPromise = isPromised(place, topics);
  if (isPromise) return { topics: (topics.doing ?? topics.promise) as Topic[], isPromise };
  if (clause.may >= 0) return 'harmless';
  if (isDenied(place)) return 'open';
  if (topics.said) return { topics: topics.said, isPromise };
  if (topics.done && isDone(place)) return { topics: topics.done, isPromise };
  const isThingsState = clause.was && clause.hasThing && !facts.isHabit && !clause.hasOurs;
  if (topics.ownDone && (isDoneByUs(place) || isThingsState)) return { topics: topics.ownDone, isPromise };
  return 'open';
}

/** "the order you placed", "you have entered". */
function isVisitorsDeed({ tokens, at, clause }: Place): boolean {
  if (clause.is || clause.was) return false;
  if (clause.visitorDid) return true;
  let before = at - 1;
  while (before > clause.start && (plays(tokens[before], 'between') || plays(tokens[before], 'has')))
    before--;
  return before >= clause.start && plays(tokens[before], 'you') && clause.subject !== 'i';
}

function isDenied({ tokens, at }: Place): boolean {
  for (let next = at + 1; next <= at + 3; next++) {
    const token = tokens[next];
    if (!token || BREAK.test(token.gap)) return false;
    if (plays(token, 'nothing')) return true;
  }
  return false;
}

function isPromised({ clause, facts }: Place, topics: Partial<Record<Form, Topic[]>>): boolean {
  if (clause.subject !== 'i' && !(clause.subject === 'we' && facts.isYours)) return false;
  if (facts.ifs.length > 0 || clause.may >= 0) return false;
  if (topics.doing) return clause.is;
  return topics.promise !== undefined && (facts.isNow || (clause.will && topics.promise.includes('forward')));
}

function isDone(place: Place): boolean {
  const { tokens, at, clause, facts } = place;
  if (isDoneByUs(place)) return true;
  const isOver = clause.was || plays(tokens[at + 1], 'was');
  if (clause.subject !== 'we' && isOver) return clause.hasYours || (!clause.hasOurs && !facts.isHabit);
  if (clause.subject === null && clause.has) return clause.hasYours || clause.hasThing;
  const isOurs =
    clause.hasYours || clause.subject === 'you' || (clause.hasThing && (clause.hasThe || clause.hasNumber));
  const isState = isOurs || (clause.hasThing && isLast(tokens, at));
  if (clause.subject !== 'we' && (clause.is || plays(tokens[at + 1], 'is')) && isState)
    return !isGeneral(place);
  return facts.hasFragments && isFragment(place);
}

/** "I have booked", "we have cancelled your order"; not "we have opened our new shop". */
function isDoneByUs(place: Place): boolean {
  const { tokens, at, clause, facts } = place;
  const isPerfect = facts.hasSimplePast || clause.has || plays(tokens[at + 1], 'has');
  if (!isPerfect) return false;
  if (clause.subject === 'i') return true;
  if (clause.subject !== 'we') return false;
  if (facts.isYours) return true;
  const near = tokens.slice(at + 1, at + 4);
  if (clause.hasOurs || near.some((token) => plays(token, 'ours'))) return false;
  const isSome = clause.hasSome || near.some((token) => plays(token, 'some'));
  return !isSome || clause.hasThing || near.some((token) => plays(token, 'thing'));
}

/** "Your card is charged when the parcel leaves": a rule, not news. */
function isGeneral({ tokens, at, facts }: Place): boolean {
  if (facts.isHabit) return true;
  return facts.ifs.some((where) => {
    if (where < at) return true;
    return !tokens.slice(at + 1, where + 1).some(({ gap }) => BREAK.test(gap));
  });
}

/** "Done!", "Booked for Monday", "Your order cancelled"; not "Cancelled orders are …". */
function isFragment({ tokens, at, clause }: Place): boolean {
  const before = tokens.slice(clause.start, at);
  if (before.length > 5 || clause.has || clause.is || clause.was || clause.subject === 'we') return false;
  const isOpening = (token: Token) =>
    (['opener', 'between', 'now', 'thing', 'yours', 'the', 'and'] as const).some((role) =>
      plays(token, role),
    ) || token.isNumber;
  if (!before.every(isOpening)) return false;
  const things = before.filter((token) => plays(token, 'thing'));
  if (things.some(({ word }) => word.endsWith('s')) && !clause.hasYours) return false;
  const next = tokens[at + 1];
  if (isLast(tokens, at)) return true;
  if (things.length > 0 && tokens.length - at > 8) return false;
  return plays(next, 'follows') || plays(next, 'yours') || plays(next, 'and') || next?.isNumber === true;
}

function isLast(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  return !next || BREAK.test(next.gap);
}
