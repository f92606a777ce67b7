import { z } from 'zod';
import type { ActionContext, ActionResult, JsonObject } from '../../../actions/define.ts';
import { findExecutor } from '../../../actions/executors.ts';
import type { AgentTool } from '../prompt/build-tools.ts';
import type { ToolCall } from '../turn/read-step.ts';
import type { TurnDraft } from '../turn/turn-draft.ts';
import type { CallHost } from './turn-host.ts';
import { useCall } from './use-call.ts';

/** What the model gets to hear when it called wrongly: short, and enough to do better. */
function refused(error: string): ActionResult {
  return { result: { status: 'refused', error } };
}

/** Runs a tool call through its kind, after its inputs were checked. Whatever the model wrote, this does not throw for it. */
export async function useAction(
  tool: AgentTool | undefined,
  call: ToolCall,
  { context, host, draft }: { context(tool: AgentTool): ActionContext; host: CallHost; draft: TurnDraft },
): Promise<ActionResult> {
  const executor = tool && findExecutor(tool.action.kind);
  if (!tool || !executor) return refused('There is no such tool now.');
  const inputs = readInputs(tool, call.input);
  if (inputs instanceof Error) return refused(inputs.message);
  if ('perform' in executor) return useCall(host, draft, tool, executor, inputs);
  if (draft.hasCardOf(tool.action.id)) return refused('There is no such tool now.');
  return executor.run({ settings: tool.action.settings, inputs, past: tool.past }, context(tool));
}

function readInputs(tool: AgentTool, text: string): JsonObject | Error {
  let value: unknown;
  try {
    value = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    return new Error('The arguments are not valid JSON.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    value = Object.fromEntries(Object.entries(value).filter(([name]) => !tool.bound.includes(name)));
  const parsed = z.fromJSONSchema(tool.inputs as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value);
  if (parsed.success) return parsed.data as JsonObject;
  const issue = parsed.error.issues[0];
  return new Error(`Wrong arguments: ${issue?.path.join('.') || 'the object'}: ${issue?.message}`);
}
