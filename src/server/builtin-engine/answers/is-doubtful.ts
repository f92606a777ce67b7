import { bestMatch } from '../language/compare-words.ts';
import type { Word } from '../language/words.ts';
import { findAspects } from './question-aspect.ts';

interface Fit {
  /** What the visitor wrote. */
  text: string;
  /** Its words; `rare`: weighed by how few of the snippets say them. */
  said: Word[];
  rare: Word[];
  /** The snippet's question, in the same two ways, and all of it. */
  question: Word[];
  rareQuestion: Word[];
  whole: Word[];
  /** Both ask for a price, or both for a place, and so on. */
  sharesAspect: boolean;
}

/**
 * Whether a snippet that goes well with the visitor's words may be about another thing. Set by hand: a wrong answer is
 * worse than none. "How much is a parka?" is not "What does shipping cost?", a volume discount is no student discount,
 * and a word that half of the snippets say tells of none of them.
 */
export function isDoubtful(fit: Fit): boolean {
  return isOffTopic(fit) || isNarrower(fit) || isThin(fit);
}

/** They share the price that is asked for, and nothing that has one; or not even that. */
function isOffTopic({ said, question, whole, sharesAspect }: Fit): boolean {
  const topic = question.filter(({ text }) => findAspects(text).size === 0);
  if (topic.length === 0 || topic.some((word) => isIn(word, said))) return false;
  return sharesAspect || said.some((word) => isForeign(word, whole));
}

/** "Volume discount": a word that the snippet has nothing of stands before one that it has, and so does it itself. */
function isNarrower({ text, said, rareQuestion, whole }: Fit): boolean {
  const spoken = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const isNextTo = (one: Word, other: Word) =>
    spoken.some((word, at) => word === one.text && spoken[at + 1] === other.text);
  const narrows = said.some((word, i) => {
    const next = said[i + 1];
    return next !== undefined && isForeign(word, whole) && isIn(next, whole) && isNextTo(word, next);
  });
  return narrows && rareQuestion.some((word) => word.weight * (1 - likeness(word, said)) > TELLING);
}

function isThin({ rare, sharesAspect }: Fit): boolean {
  return !sharesAspect && rare.reduce((sum, { weight }) => sum + weight, 0) < THIN;
}

const TELLING = 0.5;
const THIN = 0.3;
const UNLIKE = 0.4;
/** Likeness from which a word counts as said. */
const ALIKE = 0.6;

/** A known word that the snippet has nothing of. */
function isForeign(word: Word, whole: Word[]): boolean {
  return word.vector !== null && word.weight > TELLING && likeness(word, whole) < UNLIKE;
}

function likeness(word: Word, others: Word[]): number {
  return bestMatch(word, others).likeness;
}

function isIn(word: Word, others: Word[]): boolean {
  return likeness(word, others) >= ALIKE;
}
