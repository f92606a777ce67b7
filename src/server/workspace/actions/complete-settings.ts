import type { JsonObject, WorkspaceDefaults } from '../../../actions/define.ts';
import { findKind } from '../../../actions/index.ts';
import type { Action } from '../../../contract/action.ts';
import { AppError } from '../../platform/errors.ts';

export type ReadDefaults = (workspaceId: string) => Promise<WorkspaceDefaults>;

/** What is missing is found while the owner is there. @throws AppError `invalid` */
export async function checkComplete(
  readDefaults: ReadDefaults,
  workspaceId: string,
  kind: string,
  settings: JsonObject,
): Promise<void> {
  const complete = findKind(kind)?.complete;
  const fault = complete?.(settings, await readDefaults(workspaceId));
  if (typeof fault !== 'string') return;
  throw new AppError('invalid', {
    publicMessage: `settings.link: ${fault}.`,
    details: [{ path: 'settings.link', message: fault, code: 'required' }],
  });
}

/** Actions with what the workspace says for all of them put in. One that lacks something is none that an agent can use. */
export async function completeAll<Live extends Action>(
  readDefaults: ReadDefaults,
  workspaceId: string,
  actions: Live[],
): Promise<Live[]> {
  // Most agents have no action of this sort, and their visitors wait for nothing.
  if (!actions.some(({ kind }) => findKind(kind)?.complete)) return actions;
  const defaults = await readDefaults(workspaceId);
  return actions.flatMap((action) => {
    const settings = findKind(action.kind)?.complete?.(action.settings, defaults) ?? action.settings;
    return typeof settings === 'string' ? [] : [{ ...action, settings: settings as JsonObject }];
  });
}
