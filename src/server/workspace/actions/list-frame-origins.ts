import { findKind } from '../../../actions/index.ts';
import type { ActionStore } from './actions.ts';

/** Whose pages the cards of an agent show in a frame: of these, and of no others, the chat's document may have one. */
export async function listFrameOrigins(
  actions: Pick<ActionStore, 'listLive'>,
  agent: { id: string; workspaceId: string },
): Promise<string[]> {
  const live = await actions.listLive(agent.workspaceId, agent.id, null);
  const origins = live.flatMap(({ kind, settings }) => findKind(kind)?.frameOrigins?.(settings) ?? []);
  return [...new Set(origins)].sort();
}
