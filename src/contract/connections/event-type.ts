import { z } from 'zod';

/** Something that can be booked with a connected calendar, for a picker. */
const eventTypeSchema = z
  .object({
    /** As an action's settings name it. */
    id: z.string(),
    name: z.string(),
    minutes: z.number().nullable(),
    /** Its public page. */
    url: z.string(),
    /** What the visitor is asked beyond name and email. */
    questions: z.array(z.object({ name: z.string(), required: z.boolean() })),
  })
  .meta({ id: 'EventType' });

/** Why there is nothing to pick, and where to go for it. */
const emptyReasonSchema = z.object({
  code: z.enum(['no_active_types', 'missing_scope', 'reconnect', 'unavailable']),
  message: z.string(),
  /** At the third party; null: it is mended in Bellhop. */
  url: z.string().nullable(),
});

export const eventTypePageSchema = z.object({
  items: z.array(eventTypeSchema),
  nextCursor: z.string().nullable(),
  /** Null: there is something to pick, or this is not the first page. */
  emptyReason: emptyReasonSchema.nullable(),
});

export type EventTypePage = z.infer<typeof eventTypePageSchema>;
