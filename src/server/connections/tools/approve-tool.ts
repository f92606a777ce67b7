import type { Action } from '../../../contract/action.ts';
import { AppError } from '../../platform/errors.ts';
import type { ActionStore } from '../../workspace/actions/actions.ts';
import { readTools, type ToolDeps } from './read-tools.ts';

/**
 * Allows an action to use its tool as it is now, and enables it. What the owner has decided of it stays.
 * @param hash of the tool that a person has looked at
 * @throws AppError `conflict` when it is another one again
 */
export async function approveTool(
  { actions, ...deps }: ToolDeps & { actions: ActionStore },
  workspaceId: string,
  { id, hash }: { id: string; hash: string },
): Promise<Action> {
  const { settings } = await actions.get(workspaceId, id);
  const { connectionId, tool: name } = settings;
  if (typeof connectionId !== 'string' || typeof name !== 'string')
    throw new AppError('invalid', {
      publicMessage: 'This action uses no tool: there is nothing to approve.',
    });
  const { offers } = await readTools(deps, workspaceId, connectionId);
  const named = offers.filter((offer) => offer.name === name);
  const [tool] = named;
  if (named.length !== 1 || tool?.hash !== hash)
    throw new AppError('conflict', {
      publicMessage: `The server does not offer “${name}” as you saw it. Read the tools again, and look at it.`,
    });
  if (tool.settings === null) throw new AppError('invalid', { publicMessage: tool.problem ?? '' });
  const { effect: _, ...offered } = tool.settings;
  return actions.update(workspaceId, id, { settings: { ...settings, ...offered }, enabled: true });
}
