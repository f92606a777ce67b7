import { findKind } from '../../../actions/index.ts';
import type { Action } from '../../../contract/action.ts';
import type { actions } from '../tables.ts';

export type ActionRow = typeof actions.$inferSelect;

/** An action as callers see it. */
export function toAction({ workspaceId: _, ...row }: ActionRow): Action {
  return {
    ...row,
    confirm: row.confirm ?? findKind(row.kind)?.effect?.(row.settings) === 'write',
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}
