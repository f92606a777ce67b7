import type { Topic } from '../claim-words/claim-words.ts';
import type { Place } from './clause.ts';
import { isAwaited, isSomebodysTask, isWithSomebody, mayBeAwaited, willAct } from './is-awaited.ts';
import { hasNoSubject, isDone, isDoneByUs, isMade, isOpening, isStanding, isThingsPast } from './is-done.ts';
import type { Meaning } from './lexicon.ts';
import { BREAK, plays, type Token } from './read-tokens.ts';

/** That something was done, is being done, or stands so. */
export interface Statement {
  /** What it can be about. */
  topics: Topic[];
  isPromise: boolean;
  /** It tells how a thing stands, not who did it. */
  isReport: boolean;
  /** It tells what will come to the visitor of it. */
  isAwaited: boolean;
}

/**
 * Whether the word at this place says that something was done. `harmless`: it cannot, whatever follows;
 * `open`: not with what was said so far; null: it speaks of no deed.
 */
export function saysItself(place: Place): Statement | 'harmless' | 'open' | null {
  const { tokens, at, clause } = place;
  const topics = tokens[at]?.meaning?.topics ?? {};
  const isKnown = Object.keys(topics).length > 0;
  if (isTask(place)) return { topics: ['forward'], isPromise: true, isReport: false, isAwaited: true };
  if (!isKnown && !mayBeDeed(place)) return place.facts.hasPeople && willAct(place) ? 'open' : null;
  if (clause.if || clause.not || isVisitorsDeed(place)) return isKnown ? 'harmless' : null;
  const awaited = topics.comes ?? topics.willCome;
  if (awaited && isAwaited(place))
    return { topics: awaited, isPromise: true, isReport: false, isAwaited: true };
  const promised = promisedTopics(place, topics);
  if (promised) return { topics: promised, isPromise: true, isReport: false, isAwaited: false };
  if (clause.may >= 0) return isKnown ? 'harmless' : null;
  const done = isDenied(place) ? undefined : doneTopics(place, topics);
  if (done) return { topics: done, isPromise: false, isReport: isReport(place), isAwaited: false };
  if (!isKnown) return isPerfectOfOurs(place) ? 'open' : null;
  return mayBePromise(place) || mayBeDoneYet(place, topics) || mayBeAwaited(place, topics)
    ? 'open'
    : 'harmless';
}

function isTask(place: Place): boolean {
  const { clause } = place;
  return !clause.if && !clause.not && (isSomebodysTask(place) || isWithSomebody(place));
}

function isReport({ clause, tokens, at }: Place): boolean {
  const isOurs = clause.subject === 'i' || clause.subject === 'we';
  const hasVerb = clause.is || clause.was || clause.has || plays(tokens[at + 1], 'was');
  return !isOurs && hasVerb && clause.hasThing;
}

function doneTopics(place: Place, topics: Meaning['topics']): Topic[] | undefined {
  const { at, clause, facts, lexicon, tokens } = place;
  const word = tokens[at]?.word ?? '';
  if (topics.said) return isOfIdle(place) ? undefined : topics.said;
  if (topics.done && isDone(place)) return topics.done;
  if (topics.ownDone && (isDoneByUs(place, 'own') || isThingsPast(place) || isMade(place)))
    return topics.ownDone;
  if (topics.stands && isStanding(place)) return topics.stands;
  const acted = topics.promise ?? topics.doing;
  if (acted && isMisspelt(place)) return acted;
  if (topics.unaccented && isJustDone(place)) return topics.unaccented;
  if (topics.weDid && isWhatWeDid(place)) return topics.weDid;
  // "I did cancel it", "I managed to cancel it".
  if (acted && clause.did >= 0 && at - clause.did <= Math.max(2, lexicon.source.reach ?? 2)) return acted;
  if (Object.keys(topics).length > 0) return isPassive(place) ? Object.values(topics).flat() : undefined;
  if (isNowOtherwise(place)) return ['change'];
  if (lexicon.ownPast?.test(word) || isPassive(place)) return ['other'];
  if (!lexicon.participle?.test(word)) return undefined;
  const isOurs = clause.subject === 'i' || facts.isYours;
  const isOurDeed =
    hasNoSubject(place) || (isOurs && isDoneByUs(place) && (clause.has || saysWeBefore(place)));
  return isOurDeed || isThingsPast(place) ? ['other'] : undefined;
}

/** "We have topped up …": whose it was may follow. */
function isPerfectOfOurs({ tokens, at, clause, lexicon }: Place): boolean {
  const isOurs = clause.subject === 'i' || clause.subject === 'we';
  return isOurs && clause.has && (lexicon.participle?.test(tokens[at]?.word ?? '') ?? false);
}

/** "Ya está incluido": what follows tells of no deed. */
function isOfIdle({ tokens, at, lexicon }: Place): boolean {
  const next = tokens[at + 1];
  return plays(next, 'idle') && (lexicon.participle?.test(next?.word ?? '') ?? false);
}

/** "I reset it": nothing but small words between. */
function saysWeBefore({ tokens, at }: Place): boolean {
  const before = tokens.slice(0, at).findLast((token) => !plays(token, 'between'));
  return plays(before, 'i') || plays(before, 'we');
}

/** Whether what follows can still make it a claim: "Booked …", "… ist gebucht". */
function mayBeDoneYet(place: Place, { done, ownDone, stands }: Meaning['topics']): boolean {
  const { tokens, at, clause, facts } = place;
  if (stands && clause.is && (clause.hasThing || clause.hasYours)) return true;
  if (ownDone && plays(tokens[at - 1], 'thing') && isOpening(place)) return true;
  if (!facts.hasSimplePast) return done !== undefined || ownDone !== undefined;
  if (clause.was) return true;
  return done !== undefined && (clause.is || clause.has || isOpening(place));
}

/** It is not in the lists, but looks like a deed. */
function mayBeDeed(place: Place): boolean {
  const { tokens, at, lexicon } = place;
  const token = tokens[at];
  if (!token || plays(token, 'idle')) return false;
  if (isNowOtherwise(place)) return true;
  if (token.meaning && token.meaning.roles !== 0) return false;
  const patterns = [lexicon.participle, lexicon.ownPast, lexicon.passive];
  return patterns.some((pattern) => pattern?.test(token.word));
}

/** Arabic and Turkish passives: "your address was-changed". */
function isPassive({ tokens, at, clause, facts, lexicon }: Place): boolean {
  if (!lexicon.passive?.test(tokens[at]?.word ?? '') || facts.isHabit || clause.hasOurs) return false;
  const next = tokens[at + 1];
  return clause.hasYours || clause.hasThing || plays(next, 'thing') || plays(next, 'yours');
}

/** "J'ai reserver": an infinitive for the participle. */
function isMisspelt({ tokens, at, clause, lexicon }: Place): boolean {
  const isOurs = clause.subject === 'i' || clause.subject === 'we';
  return (
    lexicon.source.language === 'fr' &&
    isOurs &&
    plays(tokens[at - 1], 'has') &&
    /er$/.test(tokens[at]?.word ?? '')
  );
}

/** "Ya te cancele el pedido": without its accent only after such words. */
function isJustDone({ tokens, at, clause }: Place): boolean {
  const isAlready = tokens.slice(clause.start, at - 1).some((token) => plays(token, 'now'));
  return isAlready && plays(tokens[at - 1], 'between');
}

/** "Añadimos 20 puntos a tu cuenta": with less about it, it tells what is done in general. */
function isWhatWeDid({ tokens, facts }: Place): boolean {
  const isParticular = facts.isNow || tokens.some(({ isNumber }) => isNumber);
  return isParticular && facts.isYours && !facts.isHabit && !facts.isSoon && facts.ifs.length === 0;
}

/** "Your address is now …". */
function isNowOtherwise({ tokens, at, clause, lexicon }: Place): boolean {
  const isTheirs = clause.hasThing && (clause.hasYours || clause.hasThe || clause.hasNumber);
  const isSaid =
    clause.is || lexicon.source.hasNoCopula || (tokens[at]?.word === 'now' && plays(tokens[at - 1], 'thing'));
  if (!isTheirs || !isSaid || clause.hasOurs || !plays(tokens[at], 'now')) return false;
  return !tokens.slice(at, clause.hasYours ? at + 3 : undefined).some((token) => plays(token, 'idle'));
}

/** "the order you placed", "you have entered". */
function isVisitorsDeed({ tokens, at, clause, facts }: Place): boolean {
  if (clause.is || clause.was) return false;
  if (clause.visitorDid) return true;
  let before = at - 1;
  let hasVerb = facts.hasSimplePast;
  for (; before > clause.start && isAuxiliary(tokens[before]); before--)
    hasVerb ||= plays(tokens[before], 'has');
  // "We've got you booked in."
  const isTaken =
    clause.has && (clause.subject === 'i' || (clause.subject === 'we' && isAuxiliary(tokens[before - 1])));
  return before >= clause.start && plays(tokens[before], 'you') && hasVerb && !isTaken;
}

function isAuxiliary(token: Token | undefined): boolean {
  return plays(token, 'between') || plays(token, 'has');
}

/** "I have sent nothing." */
function isDenied({ tokens, at }: Place): boolean {
  for (let next = at + 1; next <= at + 3; next++) {
    const token = tokens[next];
    if (!token || BREAK.test(token.gap)) return false;
    if (plays(token, 'nothing')) return true;
  }
  return false;
}

/** "I am booking it", "I will forward it", "I book it right now". */
function promisedTopics(place: Place, { doing, promise }: Meaning['topics']): Topic[] | undefined {
  const { clause, facts } = place;
  if (!mayBePromise(place) || facts.ifs.length > 0 || clause.may >= 0) return undefined;
  if (doing && clause.is) return doing;
  return promise && (facts.isNow || (clause.will && promise.includes('forward'))) ? promise : undefined;
}

/** Whether it is the agent's own deed, if it is one at all. */
function mayBePromise({ clause, facts }: Place): boolean {
  if (clause.subject === 'i') return true;
  return clause.subject === 'we' && facts.isYours && (clause.is || clause.will);
}
