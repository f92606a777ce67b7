import type { Pool } from 'pg';
import { backupSchema } from '../../contract/privacy/backup.ts';
import { pageOf, pageQuery } from '../platform/http/paging.ts';
import { endpoint } from '../workspace/actors.ts';
import { listBackups } from './backup-log.ts';
import type { Backups } from './backups.ts';

const common = { access: 'workspace', tag: 'Backups', path: '/api/v1/backups' } as const;

/** They tell of backups and begin one; what is in a backup leaves the server on no route. */
export function backupRoutes(pool: Pool, backups: Backups) {
  return [
    endpoint(
      {
        ...common,
        method: 'get',
        permission: 'backups:read',
        summary: 'List the backups of this installation, the newest first',
        query: pageQuery,
        answer: pageOf(backupSchema),
      },
      ({ query }) => listBackups(pool, query),
    ),
    endpoint(
      {
        ...common,
        method: 'post',
        permission: 'backups:write',
        summary: 'Begin a backup now',
        status: 201,
        answer: backupSchema,
        errors: ['conflict'],
      },
      () => backups.start(),
    ),
  ];
}
