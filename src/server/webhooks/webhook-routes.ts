import { z } from 'zod';
import { newWebhookSchema, webhookChangeSchema, webhookSchema } from '../../contract/operation/webhook.ts';
import { pageOf, pageQuery } from '../platform/http/paging.ts';
import { endpoint } from '../workspace/actors.ts';
import type { WebhookStore } from './webhooks.ts';

const params = z.object({ id: z.string() });
const common = { access: 'workspace', tag: 'Webhooks' } as const;
const one = { ...common, path: '/api/v1/webhooks/{id}', params } as const;

interface WebhookRouteDeps {
  webhooks: WebhookStore;
  /** Says that there may be something to send. */
  wake(): void;
}

export function webhookRoutes({ webhooks, wake }: WebhookRouteDeps) {
  return [
    endpoint(
      {
        ...common,
        permission: 'connections:read',
        method: 'get',
        path: '/api/v1/webhooks',
        summary: 'List webhooks, the newest first',
        query: pageQuery,
        answer: pageOf(webhookSchema),
      },
      ({ actor, query }) => webhooks.list(actor.workspaceId, query),
    ),
    endpoint(
      {
        ...common,
        permission: 'connections:write',
        method: 'post',
        path: '/api/v1/webhooks',
        summary: 'Have events sent to a URL, signed as Standard Webhooks',
        body: newWebhookSchema,
        status: 201,
        answer: webhookSchema,
        errors: ['egress_blocked', 'conflict'],
      },
      async ({ actor, body }) => {
        const webhook = await webhooks.create(actor.workspaceId, body);
        wake();
        return webhook;
      },
    ),
    endpoint(
      {
        ...one,
        permission: 'connections:read',
        method: 'get',
        summary: 'Read a webhook',
        answer: webhookSchema,
      },
      ({ actor, params }) => webhooks.get(actor.workspaceId, params.id),
    ),
    endpoint(
      {
        ...one,
        permission: 'connections:write',
        method: 'patch',
        summary: 'Change a webhook, or turn it off and on',
        body: webhookChangeSchema,
        answer: webhookSchema,
        errors: ['egress_blocked'],
      },
      async ({ actor, params, body }) => {
        const webhook = await webhooks.change(actor.workspaceId, params.id, body);
        wake();
        return webhook;
      },
    ),
    endpoint(
      {
        ...one,
        permission: 'connections:write',
        method: 'delete',
        summary: 'Delete a webhook, and its deliveries',
        status: 204,
      },
      ({ actor, params }) => webhooks.remove(actor.workspaceId, params.id),
    ),
    endpoint(
      {
        ...one,
        permission: 'connections:read',
        method: 'get',
        path: '/api/v1/webhooks/{id}/secret',
        summary: 'The secret that signs what is sent',
        answer: z.object({ secret: z.string() }),
      },
      async ({ actor, params }) => ({ secret: await webhooks.revealSecret(actor.workspaceId, params.id) }),
    ),
    endpoint(
      {
        ...one,
        permission: 'connections:write',
        method: 'post',
        path: '/api/v1/webhooks/{id}/rotate-secret',
        summary: 'Make a new secret; for a day the old one signs as well',
        answer: webhookSchema,
      },
      ({ actor, params }) => webhooks.rotateSecret(actor.workspaceId, params.id),
    ),
  ];
}
