import type { Pool } from 'pg';
import { z } from 'zod';
import { apiKeySchema, madeApiKeySchema, newApiKeySchema } from '../../../contract/accounts/api-key.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../../workspace/actors.ts';
import { listApiKeys, makeApiKey, revokeApiKey } from './api-keys.ts';

const common = { access: 'workspace', tag: 'API keys', path: '/api/v1/api-keys' } as const;

export function apiKeyRoutes(pool: Pool) {
  return [
    endpoint(
      {
        ...common,
        permission: 'keys:read',
        method: 'get',
        summary: 'List keys, the newest first. None is ever shown again',
        query: pageQuery,
        answer: pageOf(apiKeySchema),
      },
      ({ actor, query }) => listApiKeys(pool, actor.workspaceId, query),
    ),
    endpoint(
      {
        ...common,
        permission: 'keys:write',
        method: 'post',
        summary: 'Make a key. The answer is the only time that it is shown',
        body: newApiKeySchema,
        answer: madeApiKeySchema,
        status: 201,
        errors: ['not_allowed'],
      },
      ({ actor, body }) => makeApiKey(pool, actor, body),
    ),
    endpoint(
      {
        ...common,
        permission: 'keys:write',
        method: 'delete',
        path: '/api/v1/api-keys/{id}',
        summary: 'Revoke a key: it works no more from now on',
        params: z.object({ id: z.string() }),
        status: 204,
      },
      ({ actor, params }) => revokeApiKey(pool, actor.workspaceId, params.id),
    ),
  ];
}
