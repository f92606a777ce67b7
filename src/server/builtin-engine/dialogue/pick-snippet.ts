import { compareReadings, coverage } from '../language/reading.ts';
import type { PromptSnippet } from '../protocol.ts';
import type { Router } from '../routing/router.ts';

export interface PickedSnippet {
  snippet: PromptSnippet;
  /** How well it answers, from 0 to 1. */
  fit: number;
}

/** The snippet that answers the visitor's words, if one does well enough to be said as it is. */
export function pickSnippet(words: string, snippets: PromptSnippet[], router: Router): PickedSnippet | null {
  const asked = router.read(words);
  if (asked.words.length === 0) return null;
  let best: PickedSnippet | null = null;
  for (const snippet of snippets) {
    const question = snippet.question ?? snippet.title;
    const inText = coverage(asked.words, router.read(`${question} ${snippet.text}`).words);
    const fit =
      QUESTION_SHARE * compareReadings(asked, router.read(question)) + (1 - QUESTION_SHARE) * inText;
    if (fit >= GOOD_ENOUGH && fit > (best?.fit ?? 0)) best = { snippet, fit };
  }
  return best;
}

const QUESTION_SHARE = 0.6;
const GOOD_ENOUGH = 0.5;
