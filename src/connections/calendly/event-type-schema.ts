import { z } from 'zod';

/** An event type as Calendly tells it. */
export const eventTypeSchema = z.object({
  uri: z.string(),
  name: z.string().nullable(),
  active: z.boolean(),
  scheduling_url: z.string(),
  duration: z.number().nullish(),
  custom_questions: z
    .array(
      z.object({
        name: z.string(),
        position: z.number(),
        enabled: z.boolean(),
        required: z.boolean(),
      }),
    )
    .nullish(),
});
