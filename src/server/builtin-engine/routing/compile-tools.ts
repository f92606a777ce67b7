import { bestMatch } from '../language/compare-words.ts';
import { readGuidance } from '../language/read-guidance.ts';
import { type Reading, readText } from '../language/reading.ts';
import type { WordVectors } from '../language/word-vectors.ts';
import type { Word } from '../language/words.ts';
import type { ToolOptions } from '../protocol.ts';

/** What routing needs to know of a tool. */
export type RoutedTool = Pick<ToolOptions, 'label' | 'guidance'>;

/** A tool's guidance, read once. */
export interface CompiledTool {
  label: Reading;
  /** The label and each "… or …" of the condition: any one of them is reason enough. */
  alternatives: Word[][];
  /** Every word of label, condition and instruction once. */
  terms: Word[];
  asksAbout: boolean;
  wants: boolean;
  /** What `whenNotToUse` names that `whenToUse` does not. */
  forbidden: Word[];
  examples: Reading[];
  counterExamples: Reading[];
}

/** Reads an agent's tools together: words that several of them share tell little about each. */
export function compileTools(tools: RoutedTool[], vectors: WordVectors): CompiledTool[] {
  const read = tools.map((tool) => compileTool(tool, vectors));
  return read.map((tool) => {
    const others = read.filter((other) => other !== tool);
    const weighByRarity = (word: Word) => ({ ...word, weight: word.weight * rarity(word, others) });
    return {
      ...tool,
      terms: tool.terms.map(weighByRarity),
      alternatives: tool.alternatives.map((words) => words.map(weighByRarity)),
    };
  });
}

const ALTERNATIVE = /[,;.:]|\b(?:or|and|oder|und)\b|\sأو\s/iu;
const INSTRUCTION_SHARE = 0.4;
/** What of a word's weight is lost when all other tools have it too. */
const COMMON_LOSS = 0.75;

function compileTool({ label, guidance }: RoutedTool, vectors: WordVectors): CompiledTool {
  const { condition, instruction, asksAbout, wants } = readGuidance(guidance.whenToUse);
  const labelled = readText(label, vectors);
  const terms = mergeWords([
    ...readText(instruction, vectors).words.map((word) => ({
      ...word,
      weight: word.weight * INSTRUCTION_SHARE,
    })),
    ...labelled.words,
    ...readText(condition, vectors).words,
  ]);
  const forbidden = readText(readGuidance(guidance.whenNotToUse).condition, vectors).words;
  return {
    label: labelled,
    alternatives: [label, ...condition.split(ALTERNATIVE)]
      .map((alternative) => readText(alternative, vectors).words)
      .filter((words) => words.length > 0),
    terms,
    asksAbout,
    wants,
    forbidden: forbidden.filter((word) => bestMatch(word, terms).likeness < 1),
    examples: guidance.examples.map((example) => readText(example, vectors)),
    counterExamples: guidance.counterExamples.map((example) => readText(example, vectors)),
  };
}

function mergeWords(words: Word[]): Word[] {
  const merged = new Map<string, Word>();
  for (const word of words) {
    const known = merged.get(word.stem);
    if (known === undefined || known.weight < word.weight) merged.set(word.stem, word);
  }
  return [...merged.values()];
}

function rarity(word: Word, others: CompiledTool[]): number {
  if (others.length === 0) return 1;
  const sharers = others.reduce((sum, other) => sum + bestMatch(word, other.terms).likeness, 0);
  return 1 - (COMMON_LOSS * sharers) / others.length;
}
