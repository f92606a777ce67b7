import type { Pool } from 'pg';
import { z } from 'zod';
import { deliverySchema, deliveryStates } from '../../contract/operation/webhook.ts';
import { pageOf, pageQuery } from '../platform/http/paging.ts';
import { endpoint } from '../workspace/actors.ts';
import { checkEnabled, listDeliveries, redeliver, sendTest } from './deliveries.ts';
import type { WebhookStore } from './webhooks.ts';

const common = { access: 'workspace', tag: 'Webhooks' } as const;

interface DeliveryRouteDeps {
  pool: Pool;
  webhooks: Pick<WebhookStore, 'get'>;
  /** Says that there may be something to send. */
  wake(): void;
}

export function deliveryRoutes({ pool, webhooks, wake }: DeliveryRouteDeps) {
  return [
    endpoint(
      {
        ...common,
        permission: 'connections:read',
        method: 'get',
        path: '/api/v1/webhooks/{id}/deliveries',
        summary: 'What was sent to a webhook, and what came of it, newest first',
        params: z.object({ id: z.string() }),
        query: pageQuery.extend({ state: z.enum(deliveryStates).optional() }),
        answer: pageOf(deliverySchema),
      },
      async ({ actor, params, query }) => {
        const { id } = await webhooks.get(actor.workspaceId, params.id);
        return listDeliveries(pool, { workspaceId: actor.workspaceId, webhookId: id }, query);
      },
    ),
    endpoint(
      {
        ...common,
        permission: 'connections:write',
        method: 'post',
        path: '/api/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver',
        summary: 'Send an event again, under the same id',
        params: z.object({ id: z.string(), deliveryId: z.string() }),
        answer: deliverySchema,
        errors: ['conflict'],
      },
      async ({ actor, params }) => {
        const webhook = await webhooks.get(actor.workspaceId, params.id);
        checkEnabled(webhook);
        const place = { workspaceId: actor.workspaceId, webhookId: webhook.id };
        const delivery = await redeliver(pool, place, params.deliveryId);
        wake();
        return delivery;
      },
    ),
    endpoint(
      {
        ...common,
        permission: 'connections:write',
        method: 'post',
        path: '/api/v1/webhooks/{id}/test',
        summary: 'Send a test event; its delivery tells what came of it',
        params: z.object({ id: z.string() }),
        status: 201,
        answer: deliverySchema,
        errors: ['conflict'],
      },
      async ({ actor, params }) => {
        const webhook = await webhooks.get(actor.workspaceId, params.id);
        checkEnabled(webhook);
        const delivery = await sendTest(pool, actor.workspaceId, webhook);
        wake();
        return delivery;
      },
    ),
  ];
}
