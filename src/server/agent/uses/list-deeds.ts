import { findKind } from '../../../actions/index.ts';
import type { Action } from '../../../contract/action.ts';
import type { CallRow } from '../../ledger/call-row.ts';
import type { Deed } from '../claims/is-supported.ts';
import type { AgentTool } from '../prompt/build-tools.ts';

/** What was done in a conversation, as the ledger proves it: what an agent may speak of as done. */
export function listDeeds(calls: readonly CallRow[], mutedBy: Action | null, tools: AgentTool[]): Deed[] {
  const done = calls.filter(({ state, result }) => state === 'done' && !isOpen(result));
  const deeds = done.map(({ action_id, action_name, kind, effect }) => {
    const tool = tools.find(({ action }) => action.id === action_id);
    return toDeed({ name: action_name, kind }, effect, tool?.action.guidance);
  });
  return mutedBy ? [...deeds, toDeed(mutedBy, 'write', mutedBy.guidance)] : deeds;
}

/** It was done, and yet is not so: somebody still has to accept it, or has called it off. */
function isOpen(result: CallRow['result']): boolean {
  return result?.status === 'requested' || result?.status === 'cancelled';
}

/** What a step is about to do. */
export function listAttempts(toolNames: string[], tools: AgentTool[]): Deed[] {
  return tools
    .filter(({ name }) => toolNames.includes(name))
    .map(({ action }) => toDeed(action, effectOf(action) ?? 'write', action.guidance));
}

function toDeed(
  { name, kind }: Pick<Action, 'name' | 'kind'>,
  effect: Deed['effect'],
  guidance?: Action['guidance'],
): Deed {
  const proves = findKind(kind)?.proves;
  return {
    actionName: name,
    guidance: guidance ? [guidance.whenToUse, ...guidance.examples].join('\n') : '',
    effect,
    ...(proves ? { proves } : {}),
  };
}

function effectOf({ kind, settings }: Action) {
  return findKind(kind)?.effect?.(settings);
}
