import * as z from 'zod';

/** What the first page shows of the last day. */
export const overviewSchema = z.object({
  /** In which somebody wrote, in the last 24 hours. */
  conversations: z.number(),
  /** Of those: answered by the agent alone, and not handed over. */
  solved: z.number(),
  /** Handed over to people, and nobody has answered yet. At most 100 are counted. */
  waiting: z.number(),
  /** Somebody has talked with an agent, in the playground or on a site. */
  isTried: z.boolean(),
  /** What a person should look at, the newest first; at most ten. */
  attention: z.array(
    z.object({
      type: z.enum(['call', 'connection', 'action']),
      id: z.string(),
      name: z.string(),
      /** What is wrong. */
      problem: z.string(),
      since: z.string(),
    }),
  ),
});
export type Overview = z.infer<typeof overviewSchema>;
