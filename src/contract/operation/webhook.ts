import { z } from 'zod';

/** What a webhook can ask for. */
export const EVENT_TYPES = [
  'conversation.created',
  'message.created',
  'conversation.muted',
  'conversation.unmuted',
  'lead.submitted',
  'call.failed',
  'booking.created',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

const url = z.string().trim().min(1).max(2_000);
const events = z.array(z.enum(EVENT_TYPES)).min(1).max(EVENT_TYPES.length);

export const newWebhookSchema = z.strictObject({ url, events });

export const webhookChangeSchema = z
  .strictObject({ url, events, enabled: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'names nothing to change');

export const webhookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.enum(EVENT_TYPES)),
    enabled: z.boolean(),
    /** Why Bellhop turned it off; null when it is on, or the team turned it off. */
    disabledReason: z.string().nullable(),
    /** Until when the secret before the present one signs as well; null: it does not. */
    oldSecretUntil: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Webhook' });

export const deliveryStates = ['pending', 'delivered', 'failed', 'disabled'] as const;

export const deliverySchema = z
  .object({
    id: z.string(),
    webhookId: z.string(),
    /** Sent as `webhook-id`, and as `id` in the body: the same in every attempt. */
    eventId: z.string(),
    type: z.string(),
    state: z.enum(deliveryStates),
    /** The body that is sent; null when it is no longer kept, which is after seven days. */
    payload: z.record(z.string(), z.unknown()).nullable(),
    /** Null: there will be none. */
    nextAttemptAt: z.string().nullable(),
    attempts: z.array(
      z.object({
        /** Sent as `bellhop-attempt`, once at most. */
        id: z.string(),
        at: z.string(),
        ms: z.number(),
        /** Of the answer; null: there was none. */
        status: z.number().nullable(),
        error: z.string().nullable(),
        /** The beginning of the answer. */
        response: z.string().nullable(),
      }),
    ),
    createdAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });

export type NewWebhook = z.infer<typeof newWebhookSchema>;
export type WebhookChange = z.infer<typeof webhookChangeSchema>;
export type Webhook = z.infer<typeof webhookSchema>;
export type Delivery = z.infer<typeof deliverySchema>;
export type DeliveryAttempt = Delivery['attempts'][number];
