import { ConnectionProblem, type ToolOffers } from '../../../connections/define.ts';
import { AppError } from '../../platform/errors.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { ConnectionStore } from '../connections.ts';
import { findKind } from '../find-kind.ts';

export interface ToolDeps extends Pick<ConnectionDeps, 'addresses'> {
  connections: Pick<ConnectionStore, 'get' | 'open'>;
}

/** What a server offers at this moment. @throws AppError `not_found`, `invalid`, or `request_failed` with why not */
export async function readTools(
  { connections, addresses }: ToolDeps,
  workspaceId: string,
  id: string,
): Promise<ToolOffers> {
  const { kind, name } = await connections.get(workspaceId, id);
  const { listTools } = findKind(kind, addresses).definition;
  if (!listTools) throw new AppError('invalid', { publicMessage: `“${name}” offers no tools.` });
  try {
    return await listTools(await connections.open(workspaceId, id));
  } catch (error) {
    if (!(error instanceof ConnectionProblem)) throw error;
    throw new AppError('request_failed', { publicMessage: error.message, cause: error });
  }
}
