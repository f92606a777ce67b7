import type { Pool } from 'pg';
import {
  type Permission,
  permissionsIn,
  ROLE_PERMISSIONS,
  type Role,
} from '../../../contract/accounts/permissions.ts';

export interface Membership {
  workspaceId: string;
  role: Role;
  permissions: ReadonlySet<Permission>;
}

export type FindMembership = (userId: string, workspaceId: string | null) => Promise<Membership | null>;

/** Where a person is: in the workspace that they chose, or else in the one they came to first. */
export function membershipFinder(pool: Pool): FindMembership {
  return async (userId, workspaceId) => {
    const { rows } = await pool.query<{ workspace_id: string; role: Role; is_operators: boolean }>({
      name: 'find-membership',
      text: `select members.workspace_id, members.role, workspaces.is_operators
        from members join workspaces on workspaces.id = members.workspace_id where members.user_id = $1
        order by members.workspace_id is not distinct from $2 desc, members.created_at, members.workspace_id limit 1`,
      values: [userId, workspaceId],
    });
    const [row] = rows;
    if (!row) return null;
    const { workspace_id: found, role, is_operators: isOperators } = row;
    return { workspaceId: found, role, permissions: permissionsIn(isOperators, ROLE_PERMISSIONS[role]) };
  };
}
