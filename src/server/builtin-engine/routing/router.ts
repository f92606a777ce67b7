import { bestMatch } from '../language/compare-words.ts';
import { coverage, nearestReading, type Reading, readText } from '../language/reading.ts';
import type { SpeechAct } from '../language/speech-act.ts';
import { WordVectors } from '../language/word-vectors.ts';
import type { Word } from '../language/words.ts';
import { SMALL_TALK } from '../vocabulary/small-talk.ts';
import { type CompiledTool, compileTools, type RoutedTool } from './compile-tools.ts';
import { type HeardMessage, hearMessage, measureSilence } from './hear-message.ts';
import { measureTool } from './measure-tool.ts';
import { SILENCE_WEIGHTS, TOOL_WEIGHTS } from './router-weights.ts';

/** How much speaks for a tool. */
export interface Route<Tool> {
  tool: Tool;
  /** Log odds that this tool, rather than any other or none, is what the visitor needs; above 0: use it. */
  odds: number;
  /** The visitor's words that made it so, the most telling first. */
  words: string[];
}

export interface Routing<Tool> {
  speech: SpeechAct;
  /** Best first. */
  routes: Route<Tool>[];
}

/** Chooses among tools by their guidance; the asset is read at the first use. */
export class Router {
  readonly #file: string;
  readonly #compiled = new Map<string, CompiledTool[]>();
  #loaded: { vectors: WordVectors; smallTalk: Reading[] } | undefined;

  constructor(vectorsFile: string) {
    this.#file = vectorsFile;
  }

  route<Tool extends RoutedTool>(text: string, tools: Tool[]): Routing<Tool> {
    const { vectors, smallTalk } = this.#load();
    const message = hearMessage(text, vectors);
    const compiled = this.#compile(tools, vectors);
    const silence = weigh(measureSilence(message, smallTalk), SILENCE_WEIGHTS);
    const scores = compiled.map(
      (tool) => weigh(measureTool(message, tool), TOOL_WEIGHTS) + ownersWord(message, tool),
    );
    const routes = tools.map((tool, i) => ({
      tool,
      odds: logOdds(scores[i] ?? 0, [silence, ...scores.filter((_, other) => other !== i)]),
      words: tellingWords(message, compiled[i]?.terms ?? []),
    }));
    return { speech: message.speech, routes: routes.sort((a, b) => b.odds - a.odds) };
  }

  read(text: string): Reading {
    return readText(text, this.#load().vectors);
  }

  /** The word's place by frequency in English, 0 the most frequent; null: unknown. */
  rank(word: string): number | null {
    return this.#load().vectors.rank(word);
  }

  #load() {
    if (this.#loaded === undefined) {
      const vectors = WordVectors.read(this.#file);
      this.#loaded = { vectors, smallTalk: SMALL_TALK.map((text) => readText(text, vectors)) };
    }
    return this.#loaded;
  }

  #compile(tools: RoutedTool[], vectors: WordVectors): CompiledTool[] {
    const key = JSON.stringify(tools.map(({ label, guidance }) => [label, guidance]));
    const compiled = this.#compiled.get(key) ?? compileTools(tools, vectors);
    this.#compiled.delete(key);
    this.#compiled.set(key, compiled);
    const [oldest] = this.#compiled.keys();
    if (this.#compiled.size > REMEMBERED_AGENTS && oldest !== undefined) this.#compiled.delete(oldest);
    return compiled;
  }
}

const REMEMBERED_AGENTS = 32;
const TELLING_LIKENESS = 0.3;
const OWNERS_WEIGHT = 8;
const FORBIDDEN_WEIGHT = 5;
const TROUBLE_WEIGHT = 1.5;
/** Likeness from which an example is about the message, and from which it is the message. */
const CLOSE = 0.65;
const SAME = 0.9;

function weigh<Name extends string>(measures: Record<Name, number>, weights: Record<Name, number>): number {
  let sum = 0;
  for (const name in measures) sum += measures[name] * weights[name];
  return sum;
}

/** Set by hand, because the training data has none of it: the owner's plain word goes before anything learned. */
function ownersWord(message: HeardMessage, tool: CompiledTool): number {
  const { reading } = message;
  const example = nearestReading(reading, tool.examples);
  const counterExample = nearestReading(reading, tool.counterExamples);
  const says =
    Math.max(0, example - Math.max(counterExample, CLOSE)) +
    (example > SAME && example > counterExample ? 1 : 0);
  const denies =
    Math.max(0, counterExample - Math.max(example, CLOSE)) +
    (counterExample > SAME && counterExample > example ? 1 : 0);
  return (
    OWNERS_WEIGHT * (says - denies) -
    FORBIDDEN_WEIGHT * coverage(tool.forbidden, reading.words) ** 2 -
    (isOtherTrouble(message, tool) ? TROUBLE_WEIGHT : 0)
  );
}

/** "My jacket arrived torn": what came damaged is not asked for, and a tool that knows of no damage is no help with it. */
function isOtherTrouble({ reading }: HeardMessage, { terms, examples }: CompiledTool): boolean {
  const known = [...terms, ...examples.flatMap(({ words }) => words)];
  const speaksOf = (words: Word[]) => words.some(({ concepts }) => concepts.includes('damage'));
  return speaksOf(reading.words) && !speaksOf(known);
}

function logOdds(score: number, others: number[]): number {
  const largest = Math.max(...others);
  return score - largest - Math.log(others.reduce((sum, other) => sum + Math.exp(other - largest), 0));
}

function tellingWords({ reading }: HeardMessage, terms: CompiledTool['terms']): string[] {
  return reading.words
    .map((word) => ({ text: word.text, match: bestMatch(word, terms), weight: word.weight }))
    .filter(({ match }) => match.likeness > TELLING_LIKENESS)
    .sort(
      (a, b) => b.match.likeness * b.weight * b.match.weight - a.match.likeness * a.weight * a.match.weight,
    )
    .map(({ text }) => text);
}
