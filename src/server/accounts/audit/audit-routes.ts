import type { Pool } from 'pg';
import { z } from 'zod';
import { auditEntrySchema } from '../../../contract/accounts/audit.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../../workspace/actors.ts';
import { listAudit } from './list-audit.ts';
import { verifyAudit } from './verify-audit.ts';

const common = { access: 'workspace', tag: 'Audit log', permission: 'audit:read', method: 'get' } as const;

export function auditRoutes(pool: Pool) {
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
        summary:
          'Whether the log is whole: the number of the first row that was changed or is missing, or null',
        answer: z.object({ rows: z.number(), brokenAt: z.number().nullable() }),
      },
      ({ actor }) => verifyAudit(pool, actor.workspaceId),
    ),
  ];
}
