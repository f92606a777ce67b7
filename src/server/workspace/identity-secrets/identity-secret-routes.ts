import { z } from 'zod';
import { identitySecretSchema } from '../../../contract/widget/identity.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { endpoint } from '../actors.ts';
import type { AgentStore } from '../agents/agents.ts';
import type { IdentitySecretStore } from './identity-secrets.ts';

const params = z.object({ id: z.string() });
const path = '/api/v1/agents/{id}/identity-secrets';
const common = { access: 'workspace', tag: 'Visitor identity', path, params } as const;

interface RouteDeps {
  agents: Pick<AgentStore, 'get'>;
  identitySecrets: IdentitySecretStore;
}

export function identitySecretRoutes({ agents, identitySecrets }: RouteDeps) {
  return [
    endpoint(
      {
        ...common,
        permission: 'secrets:read',
        method: 'get',
        summary: 'List the secrets that sign the identity of visitors, without their values; at most two',
        answer: pageOf(identitySecretSchema),
      },
      async ({ actor: { workspaceId }, params }) => {
        await agents.get(workspaceId, params.id);
        return { items: await identitySecrets.list(workspaceId, params.id), nextCursor: null };
      },
    ),
    endpoint(
      {
        ...common,
        permission: 'secrets:write',
        method: 'post',
        summary: 'Make an identity secret; its value is told this once',
        status: 201,
        answer: identitySecretSchema.extend({ value: z.string() }),
        errors: ['conflict'],
      },
      async ({ actor: { workspaceId }, params }) => {
        await agents.get(workspaceId, params.id);
        return identitySecrets.create(workspaceId, params.id);
      },
    ),
    endpoint(
      {
        ...common,
        permission: 'secrets:write',
        method: 'delete',
        path: `${path}/{secretId}`,
        params: params.extend({ secretId: z.string() }),
        summary: 'Delete an identity secret: what it signed is refused from now on',
        status: 204,
      },
      async ({ actor: { workspaceId }, params }) => {
        await agents.get(workspaceId, params.id);
        await identitySecrets.remove(workspaceId, params.id, params.secretId);
      },
    ),
  ];
}
