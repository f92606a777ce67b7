import { compareWords } from '../language/compare-words.ts';
import type { Word } from '../language/words.ts';
import type { Router } from '../routing/router.ts';
import type { OfferedTool } from './read-prompt.ts';

/** What the visitor wants not to be done, and what is left of their words. */
export interface Denials {
  /** Names of tools. */
  denied: Set<string>;
  /** The visitor's words without the clauses that deny these; all of them where none is denied. */
  rest: string;
}

/**
 * "I don't want to talk to a human", "keinen Menschen, bitte": the visitor names what an action does, to have it not done.
 * Where the owner's own examples say it in the negative ("I don't want to talk to a robot"), those words stand for the action.
 */
export function hearDenials(
  text: string,
  tools: Pick<OfferedTool, 'name' | 'label' | 'guidance'>[],
  router: Router,
): Denials {
  const denied = new Set<string>();
  const rest = clausesOf(text).filter((clause) => {
    const what = negatedPart(clause);
    if (what === null) return true;
    const { words } = router.read(what.replace(ANYBODY, 'a human'));
    const scored = tools.map((tool) => ({ name: tool.name, likeness: nameLikeness(words, tool, router) }));
    const best = Math.max(SAME_THING, ...scored.map(({ likeness }) => likeness));
    const named = scored.filter(({ likeness }) => likeness > best - AS_GOOD);
    for (const { name } of named) denied.add(name);
    return named.length === 0;
  });
  return { denied, rest: denied.size === 0 ? text : rest.join('').replace(LEFT_OVER, '').trim() };
}

/** How well the words name what a tool does; 0: they are about another thing. */
function nameLikeness(
  words: Word[],
  { label, guidance }: Pick<OfferedTool, 'label' | 'guidance'>,
  router: Router,
): number {
  const said = [label, guidance.whenToUse, ...guidance.examples].flatMap(clausesOf);
  const read = (clauses: string[]) => router.read(clauses.join('\n')).words;
  const wanted = read(said.filter((clause) => negatedPart(clause) === null));
  const unwanted = read(said.filter((clause) => negatedPart(clause) !== null));
  const likenessIn = (word: Word, others: Word[]) =>
    Math.max(0, ...others.map((other) => compareWords(word, other)));
  const isMeant = (word: Word) =>
    likenessIn(word, wanted) >= SAME_THING && likenessIn(word, unwanted) < SAME_THING;
  const [first] = words;
  const likeness = first === undefined ? 0 : likenessIn(first, wanted);
  return likeness >= SAME_THING && words.some(isMeant) ? likeness : 0;
}

/** The same word, or one that stands for the same. */
const SAME_THING = 0.8;
/** Closer than this, two tools are named alike. */
const AS_GOOD = 0.05;

function clausesOf(text: string): string[] {
  return text.split(/(?<=[.,;:!?\n])|(?=\s(?:but|just|aber|sondern|nur)\b)/);
}

function negatedPart(clause: string): string | null {
  const plain = clause
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
  return NEGATED.exec(plain)?.groups?.what ?? null;
}

const DEED =
  'want|need|wish|like|care|connect|put|pass|transfer|forward|hand|call|contact|send|show|book|change|give|bring|talk|speak|ask|get|open|start|make|look|track';
const NEGATED = new RegExp(
  [
    `(?<!\\b(?:why|you|they|it|he|she) )\\b(?:don't|do not|doesn't|won't|wouldn't|didn't|never|rather not|please not|better not)(?: (?:ever|even|really|just|dare))? (?:(?:want|need|wish|like|care)(?: to)?(?: (?:talk|speak|chat) (?:to|with))?|${DEED})\\b(?<what>.*)`,
    `\\b(?:i'm|i am|we're|we are) not (?:looking|interested|searching|asking|here)(?: for| in)?\\b(?<what>.*)`,
    `^(?:please )?(?:no|not|without)(?: (?:a|an|any|another|more|real|the))? (?<what>\\p{L}+)(?: (?:please|thanks|thank you))?$`,
    `^(?:please )?stop \\p{L}+ing (?<what>.*)`,
    `\\bwithout (?:talking|speaking|having to talk) to (?<what>.*)`,
    `\\b(?:möchten?|will|wollen|brauchen?|bitte)(?: \\p{L}+){0,2} (?:nicht|kein\\p{L}*)\\b(?<what>.*)`,
    `^(?:bitte )?(?:zeig|ruf|verbind|schick|änder|leit|gib|geb|send)\\p{L}*(?: \\p{L}+){0,3} (?:nicht|kein\\p{L}*)\\b(?<what>.*)`,
    `^(?:bitte )?(?:kein\\p{L}*|ohne) (?<what>\\p{L}+)(?: (?:bitte|danke))?$`,
    `لا (?:أريد|اريد|أرغب|ارغب|أحتاج|احتاج|نريد|تحولني|تحوّلني|تغير)(?<what>.*)|^بدون (?<what>.*)`,
  ].join('|'),
  'u',
);
const ANYBODY = /\b(?:any(?:body|one)|irgendjemand\p{L}*|jemand\p{L}*)\b/gu;
const LEFT_OVER = /^[\s,;:]*(?:(?:but|just|aber|sondern|nur)\s+)?|[\s,;:]+$/giu;
