import { z } from 'zod';

/** An invitee as Calendly tells it, in answers and in webhooks. */
export const inviteeSchema = z.object({
  uri: z.string(),
  event: z.string(),
  status: z.string(),
  cancel_url: z.string(),
  reschedule_url: z.string(),
  tracking: z.object({ utm_content: z.string().nullish() }).nullish(),
});

export interface Invitee {
  uri: string;
  /** The scheduled event's address. */
  event: string;
  status: 'active' | 'canceled';
  cancelUrl: string;
  rescheduleUrl: string;
  /** What we gave along. */
  reference: string | null;
}

export function toInvitee(raw: z.infer<typeof inviteeSchema>): Invitee {
  return {
    uri: raw.uri,
    event: raw.event,
    status: raw.status === 'active' ? 'active' : 'canceled',
    cancelUrl: raw.cancel_url,
    rescheduleUrl: raw.reschedule_url,
    reference: raw.tracking?.utm_content ?? null,
  };
}
