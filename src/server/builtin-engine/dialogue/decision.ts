import type { Reason } from '../../../contract/actions/reason.ts';
import type { Language } from '../language/detect-language.ts';
import type { PendingCall, PromptSnippet } from '../protocol.ts';
import type { OfferedTool } from './read-prompt.ts';

/** What the engine says and does in one step of a turn. */
export interface Decision {
  text: string;
  citation?: PromptSnippet;
  /** In the order in which they are to be done. */
  uses?: { tool: OfferedTool; inputs: Record<string, unknown> }[];
  /** Inputs were asked for, in place of a use. */
  pending?: PendingCall;
  /** For owners, most important first. */
  reasons: Reason[];
}

export function say(text: string, reason: Reason): Decision {
  return { text, reasons: [reason] };
}

export function use(
  tool: OfferedTool,
  inputs: Record<string, unknown>,
  language: Language,
  reason: Reason,
): Decision {
  // What is on the screen already is pointed to when that is known, and not announced.
  const isOpen = tool.lastStatus === 'offered';
  const text = isOpen ? '' : (tool.leadIn?.[language] ?? tool.leadIn?.en ?? '');
  return { text, uses: [{ tool, inputs }], reasons: [reason] };
}
