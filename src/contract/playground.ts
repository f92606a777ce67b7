import { z } from 'zod';
import { absentActionSchema, reasonSchema } from './actions/reason.ts';
import { callSchema } from './call.ts';
import { pageInfoSchema } from './conversation.ts';
import { ATTRIBUTES_MAX } from './widget/identity.ts';

/** Whom the team plays, and where they are. */
export const newPlaygroundSchema = z.object({
  page: pageInfoSchema.optional(),
  /** Absent: somebody unknown. The agent takes them for signed in, as if the owner's server had said so. */
  visitor: z
    .object({
      sub: z.string().trim().min(1).max(200),
      attributes: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
        .refine((attributes) => Object.keys(attributes).length <= ATTRIBUTES_MAX, {
          message: `must be at most ${ATTRIBUTES_MAX}`,
        })
        .default({}),
    })
    .optional(),
});

export const playgroundSchema = z
  .object({
    conversationId: z.string(),
    /** The session of the visitor that is played; for the widget. It ends after a day. */
    token: z.string(),
  })
  .meta({ id: 'Playground' });

const count = z.number().int().nullable();

/** Why a turn came out as it did. */
export const turnTraceSchema = z.object({
  /** `builtin`, or the provider and its model. */
  model: z.string(),
  ms: z.number().int(),
  /** Each time that the model was asked. */
  steps: z.array(
    z.object({
      ms: z.number().int(),
      /** Why it decided so, where it tells that. */
      reasons: z.array(reasonSchema),
      /** What it asked to be done. */
      uses: z.array(z.object({ action: z.string(), inputs: z.string() })),
      /** Null: the model does not count. */
      inputTokens: count,
      outputTokens: count,
    }),
  ),
  /** What of the knowledge it was given, the best first. */
  snippets: z.array(
    z.object({
      id: z.string(),
      sourceId: z.string(),
      title: z.string(),
      question: z.string().optional(),
      text: z.string(),
      /** The model said that its words are from here. */
      isCited: z.boolean(),
    }),
  ),
  /** How many snippets it was given in all. */
  snippetCount: z.number().int(),
  /** The actions that it could choose from. */
  offered: z.array(z.object({ id: z.string(), name: z.string(), whenToUse: z.string() })),
  /** Those that it could not, and why. */
  absent: z.array(absentActionSchema),
  /** Sentences that were not shown, because they claimed what was not done. */
  withheld: z.array(z.string()),
});

/** One turn of a conversation in the playground. */
export const playgroundTurnSchema = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'done', 'failed', 'superseded', 'cancelled']),
    /** What the model failed with. */
    error: z.string().nullable(),
    /** The visitor's words that it answers. */
    asked: z.string().nullable(),
    /** What came of it, in the order of the conversation. */
    entries: z.array(
      z.object({ id: z.string(), text: z.string().nullable(), cardKind: z.string().nullable() }),
    ),
    /** Null: the turn has not come so far. */
    trace: turnTraceSchema.nullable(),
    calls: z.array(callSchema),
  })
  .meta({ id: 'PlaygroundTurn' });

export type NewPlayground = z.infer<typeof newPlaygroundSchema>;
export type Playground = z.infer<typeof playgroundSchema>;
export type TurnTrace = z.infer<typeof turnTraceSchema>;
export type PlaygroundTurn = z.infer<typeof playgroundTurnSchema>;
