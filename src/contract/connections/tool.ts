import { z } from 'zod';

/** A tool of a connected server, as it is at this moment. All but `actions` was written by the server. */
export const toolSchema = z
  .object({
    name: z.string(),
    title: z.string().nullable(),
    /** Its first 2,000 characters. */
    description: z.string(),
    inputSchema: z.record(z.string(), z.unknown()),
    /** Another one as soon as its name, description, inputs or claims are. */
    hash: z.string(),
    /** Why it cannot be used, for people. */
    problem: z.string().nullable(),
    /** What an action that uses it is created with, together with its `kind`. Null: it cannot be used. */
    settings: z.record(z.string(), z.unknown()).nullable(),
    /** The actions that use it. `isCurrent`: it is as it was when it was allowed for this one. */
    actions: z.array(
      z.object({
        id: z.string(),
        agentId: z.string(),
        name: z.string(),
        enabled: z.boolean(),
        isCurrent: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Tool' });

export const toolPageSchema = z.object({
  items: z.array(toolSchema),
  nextCursor: z.string().nullable(),
  /** How long the server took to answer. */
  ms: z.number(),
  /** It offers more than 200 tools: of the others nothing is told. */
  isCut: z.boolean(),
});

export type Tool = z.infer<typeof toolSchema>;
