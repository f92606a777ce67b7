import type { PromptSnippet } from '../protocol.ts';
import type { Router } from '../routing/router.ts';
import { measureSnippets, type SnippetMeasures } from './measure-snippets.ts';

export interface PickedSnippet {
  snippet: PromptSnippet;
  /** How well it answers, from 0 to 1. */
  fit: number;
}

/** The snippet that answers the visitor's words, if one does well enough to be said as it is. */
export function pickSnippet(words: string, snippets: PromptSnippet[], router: Router): PickedSnippet | null {
  const asked = router.read(words).words.length;
  if (asked === 0) return null;
  const silence = SILENCE + (asked === 1 ? ONE_WORD : 0);
  let best: PickedSnippet | null = null;
  for (const { snippet, measures } of measureSnippets(words, snippets, router)) {
    const fit = toShare(weigh(measures) - silence);
    if (fit >= GOOD_ENOUGH && fit > (best?.fit ?? 0)) best = { snippet, fit };
  }
  return best;
}

const GOOD_ENOUGH = 0.6;
/** Learned from questions to three invented companies: a shop, a dental practice, a software product. */
const WEIGHTS: Record<keyof SnippetMeasures, number> = {
  saidInQuestion: 0.55,
  questionSaid: 3.5,
  sameInText: 1.9,
  saidInText: 2.5,
  strongest: 1.9,
  strongestInText: 2.1,
  textTopic: 1.5,
  sameAspect: 2,
  answersAspect: 1.1,
  doubt: -4,
};
/** What an answer has to weigh to be better than none. */
const SILENCE = 5.3;
const ONE_WORD = 0.7;

function weigh(measures: SnippetMeasures): number {
  let sum = 0;
  for (const name in measures) {
    sum += measures[name as keyof SnippetMeasures] * WEIGHTS[name as keyof SnippetMeasures];
  }
  return sum;
}

function toShare(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
