import type { Pool } from 'pg';
import { overviewSchema } from '../../contract/operation/overview.ts';
import { endpoint } from '../workspace/actors.ts';
import { readOverview } from './read-overview.ts';

export function overviewRoute(pool: Pool) {
  return endpoint(
    {
      ...{ access: 'workspace', permission: 'conversations:read', tag: 'Workspace', method: 'get' },
      path: '/api/v1/overview',
      summary: 'The last 24 hours in numbers, and what a person should look at',
      answer: overviewSchema,
    },
    ({ actor }) => readOverview(pool, actor.workspaceId),
  );
}
