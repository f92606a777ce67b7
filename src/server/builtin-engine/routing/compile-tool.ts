import { meanVector } from '../language/compare-words.ts';
import { type GuidanceText, readGuidance } from '../language/read-guidance.ts';
import type { WordVectors } from '../language/word-vectors.ts';
import { readWords, type Word } from '../language/words.ts';
import type { ToolOptions } from '../protocol.ts';

/** A text with what comparing it needs. */
export interface Reading {
  words: Word[];
  vector: Float32Array | null;
}

/** A tool's guidance, read once. */
export interface CompiledTool {
  label: Reading;
  condition: Reading;
  /** The label and each "… or …" of the condition: any one of them is reason enough. */
  alternatives: Reading[];
  /** Label, condition and instruction; each word once, with its weight in the guidance. */
  terms: Word[];
  asksAbout: boolean;
  wants: boolean;
  whenNotToUse: Reading;
  examples: Reading[];
  counterExamples: Reading[];
}

export function compileTool({ label, guidance }: Omit<ToolOptions, 'leadIn'>, vectors: WordVectors): CompiledTool {
  const text: GuidanceText = readGuidance(guidance.whenToUse);
  const labelled = readText(label, vectors);
  const condition = readText(text.condition, vectors);
  const instruction = readText(text.instruction, vectors);
  const terms = new Map<string, Word>();
  for (const word of instruction.words) addTerm(terms, { ...word, weight: word.weight * INSTRUCTION_SHARE });
  for (const word of [...labelled.words, ...condition.words]) addTerm(terms, word);
  return {
    label: labelled,
    condition,
    alternatives: [label, ...text.condition.split(ALTERNATIVE)]
      .map((alternative) => readText(alternative, vectors))
      .filter(({ words }) => words.some((word) => word.weight > 0)),
    terms: [...terms.values()],
    asksAbout: text.asksAbout,
    wants: text.wants,
    whenNotToUse: readText(readGuidance(guidance.whenNotToUse).condition, vectors),
    examples: guidance.examples.map((example) => readText(example, vectors)),
    counterExamples: guidance.counterExamples.map((example) => readText(example, vectors)),
  };
}

export function readText(text: string, vectors: WordVectors): Reading {
  const words = readWords(text, vectors);
  return { words, vector: meanVector(words) };
}

const ALTERNATIVE = /[,;.:]|\b(?:or|and|oder|und)\b|\sأو\s/iu;
const INSTRUCTION_SHARE = 0.4;

function addTerm(terms: Map<string, Word>, word: Word): void {
  const known = terms.get(word.stem);
  if (word.weight > 0 && (known === undefined || known.weight < word.weight)) terms.set(word.stem, word);
}
