import { isAtLeast, type Role } from '../../../contract/accounts/permissions.ts';
import { AppError } from '../../platform/errors.ts';
import type { WorkspaceActor } from '../../workspace/actors.ts';

/** A key stands for the admins: it makes nobody an owner, unless the operator's own key does. @throws AppError `not_allowed` */
export function requireRank({ role, keyId }: WorkspaceActor, other: Role): void {
  const own = role ?? (keyId === undefined ? 'owner' : 'admin');
  if (isAtLeast(own, other)) return;
  throw new AppError('not_allowed', { publicMessage: `Only an owner can do that with an ${other}.` });
}
