import { z } from 'zod';

export const callStates = ['proposed', 'confirmed', 'sent', 'done', 'failed', 'unknown'] as const;

/** One use of an action, as the ledger keeps it. Secrets are masked everywhere. */
export const callSchema = z
  .object({
    id: z.string(),
    agentId: z.string(),
    actionId: z.string(),
    actionName: z.string(),
    actionVersion: z.number().int(),
    kind: z.string(),
    /** Null: a test by the owner. */
    conversationId: z.string().nullable(),
    visitorId: z.string().nullable(),
    effect: z.enum(['read', 'write']),
    state: z.enum(callStates),
    /**
     * Name → what was sent, and where it came from: `visitor` (their words), `form` (a card they filled in), `result` (an
     * earlier call), `fixed` (the owner), `test` (typed by the owner), `page:…`, `identity:…`. `at`: the entry and the letters in it, or the call.
     */
    inputs: z.record(
      z.string(),
      z.object({
        value: z.unknown(),
        source: z.string(),
        at: z
          .object({
            entryId: z.string(),
            start: z.number().int(),
            end: z.number().int(),
            callId: z.string(),
          })
          .partial()
          .optional(),
      }),
    ),
    request: z.unknown().nullable(),
    response: z.unknown().nullable(),
    /** What the agent was told. */
    result: z.unknown().nullable(),
    error: z.string().nullable(),
    attempts: z.array(
      z.object({ at: z.string(), ms: z.number(), state: z.string(), error: z.string().nullable() }),
    ),
    createdAt: z.string(),
    confirmedAt: z.string().nullable(),
    sentAt: z.string().nullable(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'Call' });

export type Call = z.infer<typeof callSchema>;
export type CallState = Call['state'];
