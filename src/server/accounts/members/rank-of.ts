import type { Role } from '../../../contract/accounts/permissions.ts';
import type { WorkspaceActor } from '../../workspace/actors.ts';

/** A key stands for the admins; the operator's own, and this server itself, for the owners. */
export function rankOf({ role, keyId }: WorkspaceActor): Role {
  return role ?? (keyId === undefined ? 'owner' : 'admin');
}
