import type { Topic } from '../claim-words/claim-words.ts';
import type { Clause, SentenceFacts } from './clause.ts';
import type { Lexicon } from './lexicon.ts';
import { BREAK, plays, readTokens, type Token, tells } from './read-tokens.ts';
import { type Statement, saysItself } from './says-itself.ts';

/** What a sentence says to have been done, or to be on its way. */
export interface Claim {
  language: string;
  /** Each by the topics it can be about. */
  deeds: Topic[][];
  /** It is being done, or about to be: true if the agent is doing it. */
  isPromise: boolean;
  /** It tells how something stands, not who did it: "Your order is paid", "it was cancelled yesterday". */
  isReport: false | 'of the present' | 'of the past';
  /** It tells what will come to the visitor, and would be true if they did what they were asked for before. */
  isAwaited: boolean;
}

export interface Reading {
  claim: Claim | null;
  /** The last deed that the sentence speaks of is wished, denied, possible: whatever follows makes it no claim. */
  endsHarmless: boolean;
  /** It speaks of a deed, and what follows may make it a claim. */
  endsOpen: boolean;
}

/** Reads a sentence, or the beginning of one, in one language. */
export function readSentence(sentence: string, lexicon: Lexicon): Reading {
  const tokens = readTokens(sentence, lexicon);
  const facts = gatherFacts(sentence, tokens, lexicon);
  const said: Statement[] = [];
  let endsHarmless = false;
  let endsOpen = false;
  let clause: Clause = newClause(0);
  for (const [at, token] of tokens.entries()) {
    if (at > 0 && BREAK.test(token.gap)) clause = nextClause(clause, at, token);
    hear(clause, tokens, at, lexicon);
    const statement = saysItself({ tokens, at, clause, facts, lexicon });
    if (statement === null) continue;
    endsHarmless = statement === 'harmless';
    endsOpen = statement === 'open';
    if (typeof statement !== 'string' && !isAsked(facts, clause)) said.push(statement);
  }
  const claim = said.length > 0 ? toClaim(said, facts, lexicon) : null;
  return { claim, endsHarmless, endsOpen };
}

function toClaim(said: Statement[], { isPast }: SentenceFacts, { source }: Lexicon): Claim {
  const isReport = said.every((statement) => statement.isReport);
  return {
    language: source.language,
    deeds: said.map(({ topics }) => topics),
    isPromise: said.every((statement) => statement.isPromise),
    isAwaited: said.every((statement) => statement.isAwaited),
    isReport: isReport && (isPast ? 'of the past' : 'of the present'),
  };
}

/** In "I have booked it, all right?" only the end is a question. */
function isAsked({ isQuestion, asksFirst, lastClause }: SentenceFacts, clause: Clause): boolean {
  return isQuestion && (asksFirst || clause.start >= lastClause);
}

function gatherFacts(sentence: string, tokens: Token[], lexicon: Lexicon): SentenceFacts {
  const { source } = lexicon;
  const first = tokens.find(
    (token) => !plays(token, 'opener') && !plays(token, 'and') && !plays(token, 'but'),
  );
  return {
    isQuestion: /[?？؟][^\p{L}\p{N}]*$/u.test(sentence),
    asksFirst: plays(first, 'asks'),
    lastClause: Math.max(
      0,
      tokens.findLastIndex(({ gap }, at) => at > 0 && BREAK.test(gap)),
    ),
    ifs: tokens.flatMap((_, at) => (isCondition(tokens, at) ? [at] : [])),
    isHabit: tokens.some((token) => plays(token, 'habit') || /^(?:19|20)\d\d$/.test(token.word)),
    isPast: tokens.some((token) => plays(token, 'past')),
    isNow: tokens.some((token) => plays(token, 'now')),
    isYours: tokens.some((token, at) => isYours(tokens, at, lexicon) || plays(token, 'you')),
    isSoon: tokens.some((token) => tells(token, 'soon')),
    hasEvidence: tokens.some((token) => tells(token, 'evidence')),
    hasPeople: tokens.some((token) => tells(token, 'people')),
    hasPlace: tokens.some((token) => tells(token, 'place')),
    isInvited: tokens.some((token) => tells(token, 'invites')),
    hasSimplePast: source.hasSimplePast ?? false,
    hasFragments: source.hasFragments ?? false,
  };
}

function newClause(start: number): Clause {
  return {
    start,
    subject: null,
    isCarried: false,
    hasSome: false,
    visitorDid: false,
    hasThing: false,
    hasThe: false,
    hasYours: false,
    hasOurs: false,
    hasNumber: false,
    has: false,
    is: false,
    was: false,
    will: false,
    did: -1,
    may: -1,
    not: false,
    if: false,
  };
}

/** After a comma the subject and its verb go on, unless they stood in an if. */
function nextClause(last: Clause, start: number, first: Token): Clause {
  const fresh = newClause(start);
  // "I am sorry, that …": what follows was heard from the visitor.
  if (last.if && plays(first, 'that')) return { ...fresh, if: true };
  if (last.if || last.not || last.visitorDid) return fresh;
  const { subject, hasThing, hasThe, hasYours, hasOurs, hasNumber, has, is, was } = last;
  return {
    ...fresh,
    isCarried: true,
    subject,
    hasThing,

    hasThe,
    hasYours,
    hasOurs,
    hasNumber,
    has,
    is,
    was,
  };
}

/** Takes in what a word does to the clause it stands in. */
function hear(clause: Clause, tokens: Token[], at: number, lexicon: Lexicon): void {
  const token = tokens[at];
  const before = at > clause.start ? tokens[at - 1] : undefined;
  const after = tokens[at + 1];
  if (plays(token, 'and')) Object.assign(clause, { may: -1, not: false });
  if (plays(token, 'that')) clause.may = -1;
  if (plays(token, 'but')) Object.assign(clause, { may: -1, not: false, if: false });
  hearSubject(clause, token, before, after);
  const afterComma = /[,،]/.test(token?.gap ?? '');
  const beforeVerb = isAuxiliary(after);
  if (plays(token, 'relative')) {
    // "the mail that we sent", "orders that have been …", "Bestellungen, die schon … wurden".
    const isOfThing = plays(before, 'thing') && (plays(after, 'i') || plays(after, 'we'));
    // German nouns are capital: ", die Bestellung ist …" has an article.
    const isArticle = afterComma && after?.isCapital && !plays(after, 'you');
    if (isOfThing || ((before || afterComma) && afterComma !== beforeVerb && !isArticle)) clause.if = true;
  }
  const isFiniteVerb = isAuxiliary(token) && !plays(token, 'bare');
  if (isFiniteVerb && clause.may >= 0 && at - clause.may > 1) clause.may = -1;
  if (plays(token, 'that') && beforeVerb) clause.hasYours = true;
  if (plays(token, 'may')) clause.may = at;
  if (plays(token, 'did')) clause.did = at;
  clause.if ||= isCondition(tokens, at);
  clause.not ||= plays(token, 'not');
  clause.has ||= plays(token, 'has');
  clause.is ||= plays(token, 'is');
  clause.was ||= plays(token, 'was');
  clause.will ||= plays(token, 'will');
  clause.hasThing ||= plays(token, 'thing') || tells(token, 'people');
  clause.hasThe ||= plays(token, 'the');
  clause.hasYours ||= isYours(tokens, at, lexicon);
  clause.hasSome ||= plays(token, 'some');
  clause.hasOurs ||= plays(token, 'ours');
  clause.hasNumber ||= token?.isNumber ?? false;
}

/** "Das ist …", but "das Geschäft": nouns are capital. */
function isYours(tokens: Token[], at: number, { yoursEnding }: Lexicon): boolean {
  const token = tokens[at];
  if (plays(token, 'the') && tokens[at + 1]?.isCapital) return false;
  return plays(token, 'yours') || (token !== undefined && (yoursEnding?.test(token.word) ?? false));
}

/** In "ho appena inviato" the word for "as soon as" says "just". */
function isCondition(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (plays(token, 'between') && plays(tokens[at - 1], 'has')) return false;
  // "You were told", but "the courier has been told".
  const isToldThem =
    plays(tokens[at - 1], 'was') && tokens.slice(0, at).some((other) => tells(other, 'people'));
  return plays(token, 'if') && !isToldThem;
}

function hearSubject(clause: Clause, token: Token | undefined, before?: Token, after?: Token): void {
  if (plays(token, 'i') || plays(token, 'we')) {
    setSubject(clause, plays(token, 'i') ? 'i' : 'we');
    clause.visitorDid = false;
    const isInverted = isAuxiliary(before) || plays(before, 'may') || plays(before, 'not');
    if (!isInverted) Object.assign(clause, { may: -1, not: false, has: false, is: false, was: false });
  }
  if (!plays(token, 'you')) return;
  if (clause.subject === null || clause.isCarried) setSubject(clause, 'you');
  const isAfterUs = plays(before, 'i') || plays(before, 'we');
  const isUs = clause.subject === 'i' || clause.subject === 'we';
  if ((plays(after, 'has') && !isAfterUs) || (plays(before, 'has') && !isUs)) clause.visitorDid = true;
}

function isAuxiliary(token: Token | undefined): boolean {
  return plays(token, 'has') || plays(token, 'is') || plays(token, 'was');
}

function setSubject(clause: Clause, subject: Clause['subject']): void {
  clause.subject = subject;
  clause.isCarried = false;
}
