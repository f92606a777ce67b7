import type { Reason } from '../../contract/actions/reason.ts';

/**
 * What Bellhop tells any language model beyond the AI SDK's prompt, under `providerOptions.bellhop`.
 * Other providers ignore the key; the built-in engine reads it.
 */

/** On each function tool: the owner's words, before they are folded into the tool's description. */
export interface ToolOptions {
  /** The action's name as the owner wrote it. */
  label: string;
  guidance: {
    whenToUse: string;
    whenNotToUse: string;
    examples: string[];
    counterExamples: string[];
  };
  /** One short sentence to say with the call, by language (`en`, `de`, `ar`); absent: say nothing. */
  leadIn?: Record<string, string>;
  /** What a use does to the world outside; absent: nothing, it stays in the conversation. */
  effect?: 'read' | 'write';
  /** What it shows is open until the visitor has used it, as a form is. */
  waits?: boolean;
}

/** On the system message. */
export interface PromptOptions {
  agentName: string;
  /** BCP 47, or `auto`: answer in the visitor's language. */
  language: string;
  /** ISO 8601 with an offset, in the time of the place: what "tomorrow" is counted from. Absent: the server's clock. */
  now?: string;
  /** What the agent knows that fits the visitor's last words, best first, then the rest of a small knowledge base. */
  snippets: PromptSnippet[];
}

export interface PromptSnippet {
  id: string;
  sourceId: string;
  /** Shown to the visitor as the source's name. */
  title: string;
  url?: string;
  question?: string;
  text: string;
}

/** On the call itself. */
export interface CallOptions {
  /** Milliseconds between two words; 0 where nobody watches. */
  pace?: number;
}

/** On the model's `finish` part, under `providerMetadata.bellhop`. */
export interface FinishMetadata {
  /** Why it decided so, most important first; for owners, never for visitors. */
  reasons: Reason[];
  /** The action that the visitor is asked for inputs of, in place of a call; absent: none. */
  pending?: PendingCall;
}

export interface PendingCall {
  toolName: string;
  /** What the visitor has said already. */
  inputs: Record<string, unknown>;
  /** Names of required inputs that are still to be said. */
  missing: string[];
}
