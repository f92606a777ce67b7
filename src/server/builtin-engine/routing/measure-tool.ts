import { compareWords, isSameWord } from '../language/compare-words.ts';
import { dotProduct } from '../language/word-vectors.ts';
import type { Word } from '../language/words.ts';
import type { CompiledTool, Reading } from './compile-tool.ts';

/** How a message and a tool's guidance go together. Every measure is about 0 to 1. */
export type ToolMeasures = ReturnType<typeof measureTool>;

/** `others`: the agent's other tools; words that they share with this one tell little. */
export function measureTool(message: Reading, tool: CompiledTool, others: CompiledTool[]) {
  const terms = tool.terms.map((term) => ({ ...term, weight: term.weight * rarity(term, others) }));
  const spoken = message.words.filter((word) => word.weight > 0);
  const alternatives = tool.alternatives.map((alternative) =>
    share(
      weighted(alternative.words).map((term) => ({ ...term, weight: term.weight * rarity(term, others) })),
      (term) => bestMatch(term, spoken).likeness,
    ),
  );
  const rated = spoken.map((word) => ({ word, best: bestMatch(word, terms) }));
  return {
    spokenSame: share(spoken, (word) => (terms.some((term) => isSameWord(word, term)) ? 1 : 0)),
    spokenAlike: share(spoken, (word) => bestMatch(word, terms).likeness),
    guidanceSame: share(terms, (term) => (spoken.some((word) => isSameWord(word, term)) ? 1 : 0)),
    guidanceAlike: share(terms, (term) => bestMatch(term, spoken).likeness),
    bestAlternative: Math.max(0, ...alternatives),
    labelAlike: share(weighted(tool.label.words), (term) => bestMatch(term, spoken).likeness),
    strongest: rated.reduce((most, { word, best }) => Math.max(most, best.likeness * word.weight * best.weight), 0),
    evidence: Math.min(1, rated.reduce((sum, { word, best }) => sum + best.likeness * word.weight * best.weight, 0) / 3),
    topic: cosine(message.vector, tool.condition.vector),
    labelTopic: cosine(message.vector, tool.label.vector),
    forbidden: share(weighted(tool.whenNotToUse.words), (term) => bestMatch(term, spoken).likeness),
    example: closest(message, tool.examples),
    counterExample: closest(message, tool.counterExamples),
  };
}

/** How alike two texts are: their topics and the words they share, each way. */
export function compareReadings(a: Reading, b: Reading): number {
  const [wordsA, wordsB] = [weighted(a.words), weighted(b.words)];
  const shared =
    (share(wordsA, (word) => bestMatch(word, wordsB).likeness) +
      share(wordsB, (word) => bestMatch(word, wordsA).likeness)) /
    2;
  return 0.6 * shared + 0.4 * cosine(a.vector, b.vector);
}

export function closest(message: Reading, texts: Reading[]): number {
  return texts.reduce((most, text) => Math.max(most, compareReadings(message, text)), 0);
}

export function bestMatch(word: Word, candidates: Word[]): { likeness: number; weight: number } {
  let best = { likeness: 0, weight: 0 };
  for (const candidate of candidates) {
    const likeness = compareWords(word, candidate);
    if (likeness * candidate.weight > best.likeness * best.weight) best = { likeness, weight: candidate.weight };
  }
  return best;
}

export function weighted(words: Word[]): Word[] {
  return words.filter((word) => word.weight > 0);
}

function rarity(term: Word, others: CompiledTool[]): number {
  if (others.length === 0) return 1;
  const sharers = others.reduce((sum, other) => sum + bestMatch(term, other.terms).likeness, 0);
  return 1 - (0.75 * sharers) / others.length;
}

function share(words: Word[], value: (word: Word) => number): number {
  const total = words.reduce((sum, word) => sum + word.weight, 0);
  return total === 0 ? 0 : words.reduce((sum, word) => sum + word.weight * value(word), 0) / total;
}

function cosine(a: Float32Array | null, b: Float32Array | null): number {
  return a === null || b === null ? 0 : Math.max(0, dotProduct(a, b));
}
