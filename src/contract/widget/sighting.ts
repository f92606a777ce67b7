import { z } from 'zod';

/** A site that has loaded the widget of an agent. */
export const sightingSchema = z
  .object({
    origin: z.string(),
    firstSeenAt: z.string(),
    /** To the hour. */
    seenAt: z.string(),
  })
  .meta({ id: 'WidgetSighting' });

export type Sighting = z.infer<typeof sightingSchema>;
