import { giveReason, type Reason } from '../../../contract/actions/reason.ts';
import type { PickedSnippet } from '../answers/pick-snippet.ts';
import type { Route } from '../routing/router.ts';
import type { OfferedTool } from './read-prompt.ts';

/** It is clear enough that this is wanted, rather than an answer. What changes something has to be clearer. */
export function isSure(
  { tool, odds }: Route<OfferedTool>,
  answer: PickedSnippet | null,
  hasAllInputs: (tool: OfferedTool) => boolean,
): boolean {
  if (odds <= (tool.effect === 'write' ? SURE_TO_WRITE : SURE)) return false;
  return answer === null || answer.fit < FITS_WELL || odds > CLEAR_ODDS || hasAllInputs(tool);
}

/** It fits half, and all that it needs was said with it: "my order 4712". */
export function isReady(
  { tool, odds }: Route<OfferedTool>,
  hasAllInputs: (tool: OfferedTool) => boolean,
): boolean {
  return odds > WORTH_OFFERING && tool.effect !== 'write' && hasAllInputs(tool);
}

/** Odds from which a tool is worth asking about, though not worth using unasked. */
export const WORTH_OFFERING = -1.2;
const SURE = 0;
const SURE_TO_WRITE = 0.4;
/** An answer that fits less than this never keeps a tool from being used. */
const FITS_WELL = 0.9;
const CLEAR_ODDS = 1.5;

/** How much speaks for an action, and which words; sometimes it is none of them, but how they stand together. */
export function explain(
  code: 'fits' | 'ready' | 'perhaps' | 'nothing-fits',
  { tool, words, odds }: Route<OfferedTool>,
): Reason {
  const values = { action: tool.label, odds: Number(odds.toFixed(1)) };
  return words.length === 0
    ? giveReason(`${code}-unworded`, values)
    : giveReason(code, { ...values, words: words.join(', ') });
}
