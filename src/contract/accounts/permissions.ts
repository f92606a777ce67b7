/** What one may do in a workspace. Every route of the workspace API needs exactly one of them. */
export const PERMISSIONS = [
  'agents:read',
  'agents:write',
  'conversations:read',
  'conversations:reply',
  'leads:read',
  'leads:delete',
  'calls:read',
  'connections:read',
  'connections:write',
  'secrets:read',
  'secrets:write',
  'workspace:read',
  'workspace:write',
  'members:read',
  'members:write',
  'keys:read',
  'keys:write',
  'audit:read',
  'metrics:read',
  'people:read',
  'people:delete',
  'backups:read',
  'backups:write',
] as const;

/** Also the scopes that an API key can have. */
export type Permission = (typeof PERMISSIONS)[number];

/** From the least to the most. */
export const ROLES = ['viewer', 'member', 'admin', 'owner'] as const;

export type Role = (typeof ROLES)[number];

const VIEWER: Permission[] = [
  'agents:read',
  'conversations:read',
  'leads:read',
  'calls:read',
  'connections:read',
  'workspace:read',
  'members:read',
];

/** With these one has everything that is in the database, of all workspaces. */
const BACKUPS: readonly Permission[] = ['backups:read', 'backups:write'];

/** What is of the whole installation and not of a workspace: only the workspace has it that Bellhop was set up with. */
const INSTALLATION: ReadonlySet<Permission> = new Set(['metrics:read', ...BACKUPS]);

const ADMIN = PERMISSIONS.filter((permission) => !BACKUPS.includes(permission));

/** What each role may do, as far as its workspace has it. Whoever may manage members gives nobody a role above their own, and takes none from above it. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  viewer: VIEWER,
  member: [...VIEWER, 'conversations:reply'],
  admin: ADMIN,
  owner: PERMISSIONS,
};

/** Which of the permissions of a role, or of a key, hold in a workspace. @param isOperators it is the one Bellhop was set up with */
export function permissionsIn(
  isOperators: boolean,
  permissions: readonly Permission[],
): ReadonlySet<Permission> {
  return new Set(permissions.filter((permission) => isOperators || !INSTALLATION.has(permission)));
}

/** Whether `role` may deal with somebody of the role `other`, and give that role. */
export function isAtLeast(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(other);
}
