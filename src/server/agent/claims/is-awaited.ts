import type { Place } from './clause.ts';
import type { Meaning } from './lexicon.ts';
import { plays, tells } from './read-tokens.ts';

/** "You will receive a confirmation", "a colleague will call you": comes of nothing that the visitor still has to do. */
export function isAwaited(place: Place): boolean {
  const { tokens, at, clause, facts } = place;
  const { comes, willCome } = tokens[at]?.meaning?.topics ?? {};
  if (!canBeAwaited(place) || (facts.isHabit && !facts.isSoon)) return false;
  const isPresent = facts.isSoon && !(facts.hasSimplePast && facts.isHabit);
  if (!willCome && !isPresent && !(clause.will && followsWill(place))) return false;
  const isCall = (willCome ?? comes)?.includes('forward') ?? false;
  return isCall ? facts.hasPeople || clause.subject === 'we' : facts.hasEvidence;
}

/** "Will e-mail you", but "will need your e-mail". Elsewhere the verb may be far. */
function followsWill({ tokens, at, facts }: Place): boolean {
  const before = tokens.slice(0, at).findLast((token) => !plays(token, 'between'));
  return !facts.hasSimplePast || plays(before, 'will') || plays(before, 'is');
}

function canBeAwaited({ tokens, clause, facts }: Place): boolean {
  const isPossible = clause.may < 0 || plays(tokens[clause.may], 'will');
  return isPossible && facts.ifs.length === 0 && !facts.isInvited;
}

/** What is to come, and when, may follow. */
export function mayBeAwaited(place: Place, { comes, willCome }: Meaning['topics']): boolean {
  if (!canBeAwaited(place)) return false;
  return willCome !== undefined || (comes !== undefined && (place.clause.will || !place.facts.hasSimplePast));
}

/** "Our courier will collect the jacket tomorrow": somebody is said to be on it, whatever they do. */
export function isSomebodysTask(place: Place): boolean {
  const { clause, facts } = place;
  const isToBe = facts.isSoon && !facts.isHabit && willAct(place);
  return facts.hasPeople && canBeAwaited(place) && isToBe && clause.subject === null;
}

/** "Your case is already with a colleague". */
export function isWithSomebody({ tokens, at, clause, facts }: Place): boolean {
  const isThere = facts.isNow && clause.hasYours && clause.hasThing && clause.may < 0;
  return isThere && tells(tokens[at], 'people') && facts.ifs.length === 0 && !facts.isHabit;
}

/** "… will collect …", "recogerá"; "will be" tells of no deed. */
export function willAct({ tokens, at, clause, lexicon }: Place): boolean {
  const token = tokens[at];
  if (plays(token, 'idle') || plays(token, 'is')) return false;
  return plays(tokens[at - 1], 'will') ? clause.will : (lexicon.future?.test(token?.word ?? '') ?? false);
}
