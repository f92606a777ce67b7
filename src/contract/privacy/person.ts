import { z } from 'zod';

/** How somebody is named: by one of these. */
export const personQuery = z.strictObject({
  email: z.string().trim().min(3).max(320).optional(),
  phone: z.string().trim().min(4).max(40).optional(),
  /** What your own server calls them (`sub`). */
  sub: z.string().min(1).max(256).optional(),
  visitorId: z.string().min(1).max(100).optional(),
});

export const erasedSchema = z
  .object({
    /** Browsers that they came with. */
    visitors: z.number().int(),
    conversations: z.number().int(),
  })
  .meta({ id: 'Erased' });

export type PersonQuery = z.infer<typeof personQuery>;
export type Erased = z.infer<typeof erasedSchema>;
