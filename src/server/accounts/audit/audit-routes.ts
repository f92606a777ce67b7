import type { Pool } from 'pg';
import { auditCheckSchema, auditEntrySchema } from '../../../contract/accounts/audit.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { Digest } from './audit-head.ts';
import { listAudit } from './list-audit.ts';
import { verifyAudit } from './verify-audit.ts';

const common = { access: 'workspace', tag: 'Audit log', permission: 'audit:read', method: 'get' } as const;

export function auditRoutes(pool: Pool, digest: Digest) {
  return [
    endpoint(
      {
        ...common,
        path: '/api/v1/audit',
        summary: 'What was changed, by whom and from where, the newest first',
        query: pageQuery,
        answer: pageOf(auditEntrySchema),
      },
      ({ actor, query }) => listAudit(pool, actor.workspaceId, query),
    ),
    endpoint(
      {
        ...common,
        path: '/api/v1/audit/check',
        summary: 'Whether the log is whole, and what is wrong with it from which row on',
        answer: auditCheckSchema,
      },
      ({ actor }) => verifyAudit(pool, digest, actor.workspaceId),
    ),
  ];
}
