import type { Topic } from '../claim-words/claim-words.ts';
import type { Place } from './clause.ts';
import { BREAK, plays, type Token } from './read-tokens.ts';

/** Whether the participle at this place is said of something that is done. */
export function isDone(place: Place): boolean {
  const { tokens, at, clause, facts } = place;
  if (isDoneByUs(place) || isThingsPast(place)) return true;
  if (clause.subject === 'we') return false;
  if (clause.has && clause.subject === null) return facts.isYours || clause.hasThing;
  const isShort = tokens.slice(clause.start, at).every((token) => SHORT.some((role) => plays(token, role)));
  if ((clause.is || clause.was) && isShort) return true;
  if (clause.is || plays(tokens[at + 1], 'is')) return isState(place) && !isGeneral(place);
  if (facts.hasSimplePast && clause.hasYours && clause.hasThing && speaksOf(place, ['ship'])) return true;
  // "Everything went through."
  if (tokens[at]?.word === 'through' && (plays(tokens[at - 1], 'yours') || plays(tokens[at - 1], 'that')))
    return true;
  return facts.hasFragments && isFragment(place);
}

/** "I have booked", "we have cancelled your order"; not "we have opened our new shop". */
export function isDoneByUs(place: Place, kind: 'any' | 'own' = 'any'): boolean {
  const { tokens, at, clause, facts } = place;
  const isPerfect = clause.has || plays(tokens[at + 1], 'has');
  if (clause.was || !(isPerfect || (facts.hasSimplePast && !clause.is))) return false;
  if (clause.subject === 'i') return true;
  if (clause.subject !== 'we' || (!isPerfect && isGeneral(place))) return false;
  if (facts.isYours) return true;
  const near = tokens.slice(at + 1, at + 4);
  if (clause.hasOurs || near.some((token) => plays(token, 'ours'))) return false;
  const isSome = clause.hasSome || near.some((token) => plays(token, 'some'));
  if (!isSome) return true;
  return kind === 'any' && (clause.hasThing || near.some((token) => plays(token, 'thing')));
}

/** "Your order has been …", "a ticket was …"; not "our shop was …". */
export function isThingsPast({ tokens, at, clause, facts }: Place): boolean {
  const isOver = clause.was || plays(tokens[at + 1], 'was');
  if (!isOver || clause.subject === 'we') return false;
  if (clause.hasYours || clause.subject === 'you' || beginsWithVerb(tokens, clause.start)) return true;
  const { done, ownDone } = tokens[at]?.meaning?.topics ?? {};
  const isKnown = done !== undefined || (ownDone?.includes('forward') ?? false);
  const isThing = clause.hasThing || (isKnown && (clause.hasThe || clause.hasNumber));
  return isThing && (facts.isYours || !(clause.hasOurs || facts.isHabit));
}

/** Where the verb comes first, as in Arabic, what was done comes after it. */
function beginsWithVerb(tokens: Token[], start: number): boolean {
  const first = tokens.slice(start).find((token) => !plays(token, 'between') && !plays(token, 'opener'));
  return plays(first, 'was');
}

/** "Your table is booked", "the order is cancelled"; of what takes its course only "your refund is processed." */
function isState(place: Place): boolean {
  const { tokens, at, clause, facts } = place;
  const isOurs =
    clause.hasYours ||
    (clause.hasThe && speaksOf(place, MATTERS)) ||
    clause.subject === 'you' ||
    ((clause.hasThing || facts.isYours) && (clause.hasThe || clause.hasNumber));
  const isAtEnd = isLast(tokens, at);
  if (!isOurs) return (clause.hasThing || isNewsOf(place)) && isAtEnd;
  const before = tokens[at - 1];
  return isAtEnd || plays(before, 'now') || plays(before, 'between') || !speaksOf(place, COURSES);
}

/** "The extra night is booked", "the repair is now scheduled": of whatever thing, it is this one. */
function isNewsOf(place: Place): boolean {
  const { clause, facts } = place;
  return (
    clause.hasThe && !clause.hasOurs && !facts.isHabit && !speaksOf(place, COURSES) && speaksOf(place, NEWS)
  );
}

/** "Your card is charged when the parcel leaves": a rule, not news. */
function isGeneral({ tokens, at, facts }: Place): boolean {
  if (facts.isHabit) return true;
  return facts.ifs.some((where) => {
    if (where < at) return true;
    // "Paused until June".
    if (plays(tokens[where], 'follows')) return false;
    return !tokens.slice(at + 1, where + 1).some(({ gap }) => BREAK.test(gap));
  });
}

/** "Done!", "Booked for Monday", "Your order cancelled"; not "Cancelled orders are …". */
function isFragment(place: Place): boolean {
  const { tokens, at, clause } = place;
  if (!isOpening(place)) return false;
  const before = tokens.slice(clause.start, at);
  if (before.length > 5 || clause.has || clause.is || clause.was || clause.subject === 'we') return false;
  if (isLast(tokens, at)) return true;
  const things = before.filter((token) => plays(token, 'thing'));
  if (things.some(({ word }) => /[^s]s$/.test(word)) && !clause.hasYours) return false;
  if (things.length > 0 && tokens.length - at > 8) return false;
  const next = tokens[at + 1];
  return plays(next, 'follows') || plays(next, 'yours') || plays(next, 'and') || next?.isNumber === true;
}

/** Nothing stands before it in its clause but what it may be said of. */
export function isOpening({ tokens, at, clause }: Place): boolean {
  return tokens
    .slice(clause.start, at)
    .every(
      (token, offset, all) =>
        token.isNumber || OPENINGS.some((role) => plays(token, role)) || isNameOf(token, all[offset + 1]),
    );
}

/** "Password reset link": a deed that names a thing. */
function isNameOf(token: Token, next: Token | undefined): boolean {
  return token.meaning?.roles === 0 && Object.keys(token.meaning.topics).length > 0 && plays(next, 'thing');
}

/** "Reservation made for two", "table held". */
export function isMade(place: Place): boolean {
  const { tokens, at, facts } = place;
  const before = tokens[at - 1];
  const isOneThing = plays(before, 'thing') && !/[^s]s$/.test(before?.word ?? '');
  return facts.hasFragments && isOneThing && isFragment(place);
}

/** "Your ticket is open", "your request is with our team", "refund 12 is in progress". */
export function isStanding({ tokens, at, clause, facts, lexicon }: Place): boolean {
  const { hasNoCopula = false } = lexicon.source;
  const isOurs = clause.hasYours ? hasNoCopula || clause.hasThing : clause.hasThing && clause.hasNumber;
  // "Your seat is safe", but "your data is safe".
  const isOfPlaces = tokens[at]?.meaning?.topics.stands?.includes('book') ?? false;
  if (isOfPlaces && !facts.hasPlace) return false;
  return isOurs && (clause.is || hasNoCopula) && !isGeneral({ tokens, at, clause, facts, lexicon });
}

/** "Just sent an e-mail to the team for you." */
export function hasNoSubject({ tokens, at, clause, facts }: Place): boolean {
  const before = tokens.slice(clause.start, at);
  return facts.hasSimplePast && before.length > 0 && before.every(({ word }) => word === 'just');
}

function isLast(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  return !next || BREAK.test(next.gap);
}

function speaksOf({ tokens, at }: Place, topics: Topic[]): boolean {
  return tokens[at]?.meaning?.topics.done?.some((topic) => topics.includes(topic)) ?? false;
}

/** What goes on by itself: in the present it tells how things are done, not that they are. */
const COURSES: Topic[] = ['ship', 'send', 'refund', 'pay', 'forward'];
/** What is done only to a matter of somebody's: "the cancellation is confirmed". */
const MATTERS: Topic[] = ['book', 'cancel', 'refund', 'register', 'forward'];
/** What is done for somebody, and is not how things are. */
const NEWS: Topic[] = ['book', 'cancel', 'confirm', 'register', 'save', 'change', 'activate'];
const OPENINGS = ['opener', 'between', 'now', 'thing', 'yours', 'the', 'and'] as const;
const SHORT = ['opener', 'between', 'now', 'is', 'was'] as const;
