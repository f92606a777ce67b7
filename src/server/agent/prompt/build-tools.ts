import type { JSONObject, LanguageModelV4FunctionTool } from '@ai-sdk/provider';
import type { ActionDefinition, InputSchema, PastCard } from '../../../actions/define.ts';
import { findKind } from '../../../actions/index.ts';
import type { Action } from '../../../contract/action.ts';
import type { ToolOptions } from '../../builtin-engine/protocol.ts';
import type { CardRecord } from '../../conversations/sync/list-entries.ts';

/** An action as the model may use it in this turn. */
export interface AgentTool {
  name: string;
  action: Action;
  inputs: InputSchema;
  /** Names of inputs that are not the model's to fill in. */
  bound: string[];
  /** What this action has shown in this conversation so far. */
  past: PastCard[];
  /** As the model gets it. */
  tool: LanguageModelV4FunctionTool;
}

/** Makes tools of the actions of an agent, as their kinds offer them in this state of the conversation. */
export function buildTools(actions: Action[], cards: CardRecord[]): AgentTool[] {
  const tools: AgentTool[] = [];
  const names = new Set<string>();
  for (const action of actions) {
    const kind = findKind(action.kind);
    if (!kind) continue;
    const name = uniqueName(action.name, names);
    names.add(name);
    const past: PastCard[] = cards.filter(({ actionId }) => actionId === action.id);
    const inputs = kind.inputs(action.settings, past);
    const bound = kind.bound?.(action.settings) ?? [];
    tools.push({ name, action, inputs, bound, past, tool: toTool(name, action, kind, inputs) });
  }
  return tools;
}

function toTool(
  name: string,
  { name: label, guidance, settings }: Action,
  { leadIn, effect: kindEffect, waits }: ActionDefinition,
  inputs: InputSchema,
): LanguageModelV4FunctionTool {
  const effect = kindEffect?.(settings);
  const options: ToolOptions = {
    ...{ label, guidance },
    ...(leadIn ? { leadIn } : {}),
    ...(effect ? { effect } : {}),
    ...(waits ? { waits } : {}),
  };
  return {
    type: 'function',
    name,
    description: describe(label, guidance),
    inputSchema: inputs as LanguageModelV4FunctionTool['inputSchema'],
    providerOptions: { bellhop: options as unknown as JSONObject },
  };
}

function describe(
  label: string,
  { whenToUse, whenNotToUse, examples, counterExamples }: Action['guidance'],
): string {
  const quote = (sentences: string[]) => sentences.map((sentence) => `“${sentence}”`).join(', ');
  return [
    `${label}.`,
    whenToUse && `When to use: ${whenToUse}`,
    whenNotToUse && `When not to use: ${whenNotToUse}`,
    examples.length > 0 && `Use it for: ${quote(examples)}`,
    counterExamples.length > 0 && `Do not use it for: ${quote(counterExamples)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** Providers take only ASCII letters, digits, `_` and `-`, at most 64 of them. */
function uniqueName(label: string, taken: Set<string>): string {
  const base =
    label
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 56) || 'action';
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base}_${count}`;
  return name;
}
