import type { Pool } from 'pg';
import { type Permission, ROLE_PERMISSIONS, type Role } from '../../../contract/accounts/permissions.ts';

export interface Membership {
  workspaceId: string;
  role: Role;
  permissions: ReadonlySet<Permission>;
}

export type FindMembership = (userId: string, workspaceId: string | null) => Promise<Membership | null>;

const PERMISSIONS_OF = new Map(
  Object.entries(ROLE_PERMISSIONS).map(([role, permissions]) => [role, new Set(permissions)]),
);

/** Where a person is: in the workspace that they chose, or else in the one they came to first. */
export function membershipFinder(pool: Pool): FindMembership {
  return async (userId, workspaceId) => {
    const { rows } = await pool.query<{ workspace_id: string; role: Role }>({
      name: 'find-membership',
      text: `select workspace_id, role from members where user_id = $1
        order by workspace_id is not distinct from $2 desc, created_at, workspace_id limit 1`,
      values: [userId, workspaceId],
    });
    const row = rows[0];
    return row
      ? {
          workspaceId: row.workspace_id,
          role: row.role,
          permissions: PERMISSIONS_OF.get(row.role) ?? new Set(),
        }
      : null;
  };
}
