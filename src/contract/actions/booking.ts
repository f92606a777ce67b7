import { z } from 'zod';

export const bookingStates = ['reported', 'requested', 'booked', 'rescheduled', 'cancelled'] as const;

/** A meeting that came from a conversation, and how sure that is. */
export const bookingSchema = z
  .object({
    id: z.string(),
    agentId: z.string(),
    actionId: z.string(),
    conversationId: z.string(),
    visitorId: z.string(),
    provider: z.string(),
    /** The provider's name for it; null: not known. */
    uid: z.string().nullable(),
    /** `reported`: only the visitor's browser says so. Everything else the provider has said itself. */
    state: z.enum(bookingStates),
    title: z.string(),
    startsAt: z.string().nullable(),
    endsAt: z.string().nullable(),
    timeZone: z.string(),
    links: z.object({ cancel: z.string().optional(), reschedule: z.string().optional() }),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Booking' });

export type Booking = z.infer<typeof bookingSchema>;
