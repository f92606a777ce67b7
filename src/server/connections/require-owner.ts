import { findConnectionKind } from '../../connections/index.ts';
import { rankOf } from '../accounts/members/rank-of.ts';
import { AppError } from '../platform/errors.ts';
import type { WorkspaceActor } from '../workspace/actors.ts';

/** Some kinds are for owners: who holds them sees what could make an owner of them. @throws AppError `not_allowed` */
export function requireOwner(actor: WorkspaceActor, kind: string): void {
  const definition = findConnectionKind(kind);
  if (!definition?.isForOwners || rankOf(actor) === 'owner') return;
  throw new AppError('not_allowed', {
    publicMessage: `Only an owner can connect or change ${definition.label}.`,
  });
}
