import { z } from 'zod';
import { secretChangeSchema, secretSchema } from '../../../contract/secret.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../actors.ts';
import type { SecretStore } from './secrets.ts';

const params = z.object({ name: z.string() });
const common = { access: 'workspace', tag: 'Secrets' } as const;
const one = { ...common, path: '/api/v1/secrets/{name}', params } as const;

export function secretRoutes(secrets: SecretStore) {
  return [
    endpoint(
      {
        ...common,
        permission: 'secrets:read',
        method: 'get',
        path: '/api/v1/secrets',
        summary: 'List secrets, without their values',
        query: pageQuery,
        answer: pageOf(secretSchema),
      },
      ({ actor, query }) => secrets.list(actor.workspaceId, query),
    ),
    endpoint(
      {
        ...one,
        permission: 'secrets:read',
        method: 'get',
        summary: 'Read about a secret; its value is never told',
        answer: secretSchema,
      },
      ({ actor, params }) => secrets.get(actor.workspaceId, params.name),
    ),
    endpoint(
      {
        ...one,
        permission: 'secrets:write',
        method: 'put',
        summary: 'Store a secret, replace its value, or bind it to other hosts',
        body: secretChangeSchema,
        answer: secretSchema,
      },
      ({ actor, params, body }) => secrets.put(actor.workspaceId, params.name, body),
    ),
    endpoint(
      {
        ...one,
        permission: 'secrets:write',
        method: 'delete',
        summary:
          'Delete a secret that nothing uses, or whose users get another one (replaceWith) in its place',
        query: z.object({ replaceWith: z.string().max(64).optional() }),
        status: 204,
        errors: ['in_use'],
      },
      ({ actor, params, query }) => secrets.remove(actor.workspaceId, params.name, query.replaceWith),
    ),
  ];
}
