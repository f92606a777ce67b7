import { z } from 'zod';
import { actionSchema } from '../action.ts';

/** What an action did in the last seven days, tests left out. */
export const activitySchema = z.object({
  /** How often its card was shown to a visitor. */
  shown: z.number().int(),
  /** How often it came to its end: a call, a lead, a meeting, a link that was opened. */
  done: z.number().int(),
  failed: z.number().int(),
  /** The newest failure, when nothing has gone well since. */
  lastError: z.object({ callId: z.string(), error: z.string(), at: z.string() }).nullable(),
});

/** An action in a list. */
export const listedActionSchema = actionSchema.extend({ week: activitySchema }).meta({ id: 'ListedAction' });

export type Activity = z.infer<typeof activitySchema>;
export type ListedAction = z.infer<typeof listedActionSchema>;
