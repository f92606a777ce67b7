import { isAtLeast, type Role } from '../../../contract/accounts/permissions.ts';
import { AppError } from '../../platform/errors.ts';
import type { WorkspaceActor } from '../../workspace/actors.ts';
import { rankOf } from './rank-of.ts';

/** Nobody makes, changes or removes who stands above them. @throws AppError `not_allowed` */
export function requireRank(actor: WorkspaceActor, other: Role): void {
  if (isAtLeast(rankOf(actor), other)) return;
  throw new AppError('not_allowed', { publicMessage: `Only an owner can do that with an ${other}.` });
}
