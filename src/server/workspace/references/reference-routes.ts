import type { Pool } from 'pg';
import { z } from 'zod';
import { referenceSchema } from '../../../contract/actions/reference.ts';
import { notFound } from '../../platform/errors.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../actors.ts';
import { findReferences } from './find-references.ts';
import { keyOf, type Target } from './target.ts';

const common = {
  access: 'workspace',
  permission: 'agents:read',
  method: 'get',
  query: pageQuery,
  answer: pageOf(referenceSchema),
} as const;
const params = z.object({ id: z.string() });

/** What uses what: asked for before something is deleted. */
export function referenceRoutes(pool: Pool) {
  const find = async (workspaceId: string, target: Target, page: z.infer<typeof pageQuery>) => {
    const { rowCount } = await pool.query(EXISTS[target.type], [workspaceId, keyOf(target)]);
    if (!rowCount) throw notFound(target.type);
    return findReferences(pool, workspaceId, target, page);
  };
  return [
    endpoint(
      {
        ...common,
        params,
        tag: 'Actions',
        path: '/api/v1/actions/{id}/references',
        summary: 'List what uses an action, and who waits for it',
      },
      ({ actor, params: { id }, query }) => find(actor.workspaceId, { type: 'action', id }, query),
    ),
    endpoint(
      {
        ...common,
        params,
        tag: 'Connections',
        path: '/api/v1/connections/{id}/references',
        summary: 'List what uses a connection',
      },
      ({ actor, params: { id }, query }) => find(actor.workspaceId, { type: 'connection', id }, query),
    ),
    endpoint(
      {
        ...common,
        params: z.object({ name: z.string() }),
        tag: 'Secrets',
        path: '/api/v1/secrets/{name}/references',
        summary: 'List what uses a secret',
      },
      ({ actor, params: { name }, query }) => find(actor.workspaceId, { type: 'secret', name }, query),
    ),
  ];
}

const EXISTS: Record<Target['type'], string> = {
  action: 'select from actions where workspace_id = $1 and id = $2',
  connection: 'select from connections where workspace_id = $1 and id = $2',
  secret: 'select from secrets where workspace_id = $1 and name = $2',
};
