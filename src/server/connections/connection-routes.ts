import { z } from 'zod';
import {
  connectionChangeSchema,
  connectionSchema,
  newConnectionSchema,
} from '../../contract/connections/connection.ts';
import { pageOf, pageQuery } from '../platform/http/paging.ts';
import { endpoint } from '../workspace/actors.ts';
import type { ConnectionStore } from './connections.ts';
import { requireOwner } from './require-owner.ts';

const common = { access: 'workspace', tag: 'Connections' } as const;
const one = { ...common, path: '/api/v1/connections/{id}', params: z.object({ id: z.string() }) } as const;

export function connectionRoutes(connections: ConnectionStore) {
  return [
    endpoint(
      {
        ...common,
        permission: 'connections:read',
        method: 'get',
        path: '/api/v1/connections',
        summary: 'List the third parties that the workspace is connected to',
        query: pageQuery,
        answer: pageOf(connectionSchema),
      },
      ({ actor, query }) => connections.list(actor.workspaceId, query),
    ),
    endpoint(
      {
        ...common,
        permission: 'connections:write',
        method: 'post',
        path: '/api/v1/connections',
        summary: 'Connect a third party; its credentials are never told',
        body: newConnectionSchema,
        status: 201,
        answer: connectionSchema,
      },
      async ({ actor, body }) => {
        requireOwner(actor, body.kind);
        return connections.create(actor.workspaceId, body);
      },
    ),
    endpoint(
      {
        ...one,
        permission: 'connections:read',
        method: 'get',
        summary: 'Read about a connection',
        answer: connectionSchema,
      },
      ({ actor, params }) => connections.get(actor.workspaceId, params.id),
    ),
    endpoint(
      {
        ...one,
        permission: 'connections:write',
        method: 'patch',
        summary: 'Rename a connection, or give it other settings or credentials',
        body: connectionChangeSchema,
        answer: connectionSchema,
      },
      async ({ actor, params, body }) => {
        requireOwner(actor, (await connections.get(actor.workspaceId, params.id)).kind);
        return connections.update(actor.workspaceId, params.id, body);
      },
    ),
    endpoint(
      {
        ...one,
        permission: 'connections:write',
        method: 'delete',
        summary:
          'Delete a connection that nothing uses, or whose users get another one (replaceWith) in its place',
        query: z.object({ replaceWith: z.string().max(64).optional() }),
        status: 204,
        errors: ['in_use'],
      },
      ({ actor, params, query }) => connections.remove(actor.workspaceId, params.id, query.replaceWith),
    ),
    endpoint(
      {
        ...one,
        permission: 'connections:write',
        method: 'post',
        path: '/api/v1/connections/{id}/test',
        summary: 'Ask the third party whether the connection works; the answer says it in state and problem',
        answer: connectionSchema,
      },
      ({ actor, params }) => connections.test(actor.workspaceId, params.id),
    ),
  ];
}
