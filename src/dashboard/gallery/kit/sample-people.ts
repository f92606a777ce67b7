import type { ApiKey } from '../../../contract/accounts/api-key.ts';
import type { AuditEntry } from '../../../contract/accounts/audit.ts';
import type { Invitation, Me, Member } from '../../../contract/accounts/person.ts';
import { daysAgo, minutesAgo } from './moments.ts';

/** Who looks, apart from their role. */
export const samplePerson: Pick<Me, 'user' | 'workspace' | 'workspaces'> = {
  user: { id: 'user-1', name: 'Ingrid Berg', email: 'ingrid@nordlys.example' },
  workspace: { id: 'workspace-1', name: 'Nordlys Outdoor' },
  workspaces: [
    { id: 'workspace-1', name: 'Nordlys Outdoor', role: 'owner' },
    { id: 'workspace-2', name: 'Sydlys', role: 'admin' },
  ],
};

export const sampleMembers: Member[] = [
  {
    userId: 'user-1',
    name: 'Ingrid Berg',
    email: 'ingrid@nordlys.example',
    role: 'owner',
    since: daysAgo(400),
  },
  { userId: 'user-2', name: 'Lars Holm', email: 'lars@nordlys.example', role: 'admin', since: daysAgo(120) },
  { userId: 'user-3', name: 'Maja Lind', email: 'maja@nordlys.example', role: 'member', since: daysAgo(30) },
  { userId: 'user-4', name: 'Vera Dahl', email: 'vera@nordlys.example', role: 'viewer', since: daysAgo(2) },
];

export const sampleInvitations: Invitation[] = [
  {
    id: 'invitation-1',
    email: 'a.long.address.of.somebody@logistics.nordlys-outdoor.example',
    role: 'member',
    invitedBy: 'Ingrid Berg',
    expiresAt: daysAgo(-6),
    createdAt: daysAgo(1),
  },
];

export const sampleKeys: ApiKey[] = [
  {
    id: 'key-1',
    name: 'CRM import',
    last4: 'k3xd',
    scopes: ['leads:read', 'conversations:read'],
    createdBy: 'Ingrid Berg',
    createdAt: daysAgo(60),
    expiresAt: null,
    lastUsedAt: minutesAgo(4),
    revokedAt: null,
  },
  {
    id: 'key-2',
    name: 'Nightly export',
    last4: '99aa',
    scopes: ['agents:read', 'agents:write', 'leads:read', 'calls:read', 'metrics:read', 'audit:read'],
    createdBy: 'Lars Holm',
    createdAt: daysAgo(20),
    expiresAt: daysAgo(-70),
    lastUsedAt: null,
    revokedAt: null,
  },
  {
    id: 'key-3',
    name: 'Old site',
    last4: '71zq',
    scopes: ['leads:read'],
    createdBy: 'Lars Holm',
    createdAt: daysAgo(300),
    expiresAt: null,
    lastUsedAt: daysAgo(200),
    revokedAt: daysAgo(100),
  },
];

export const sampleAudit: AuditEntry[] = [
  {
    ...{ seq: 4, at: minutesAgo(3), actor: { type: 'person', id: 'user-1', name: 'Ingrid Berg' } },
    ...{ ip: '192.0.2.17', action: 'patch /api/v1/agents/{id}', summary: 'Change an agent' },
    ...{ target: 'agent-1', change: { greeting: 'Hello! Ask me about tents.' }, hash: '9f86d081884c7d65' },
  },
  {
    ...{ seq: 3, at: minutesAgo(50), actor: { type: 'key', id: 'key-1', name: 'CRM import' } },
    ...{
      ip: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
      action: 'delete /api/v1/leads/{id}',
      summary: 'Delete a lead',
    },
    ...{ target: 'lead-9', change: null, hash: '60303ae22b998861' },
  },
  {
    ...{ seq: 2, at: daysAgo(1), actor: { type: 'person', id: 'user-2', name: 'Lars Holm' } },
    ...{ ip: '192.0.2.44', action: 'signed-in', summary: 'Signed in', target: null, change: null },
    hash: 'fd61a03af4f77d87',
  },
  {
    ...{ seq: 1, at: daysAgo(3), actor: { type: 'system', id: null, name: 'Bellhop' } },
    ...{ ip: null, action: 'webhook-disabled', summary: 'Turn off a webhook that fails' },
    ...{ target: 'webhook-2', change: { enabled: false }, hash: 'a4e624d686e03ed2' },
  },
];
