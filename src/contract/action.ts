import { z } from 'zod';
import { ALWAYS_AVAILABLE, availabilitySchema } from './actions/availability.ts';
import { referenceSchema } from './actions/reference.ts';

const sentence = z.string().trim().min(1).max(500);

const guidanceFields = {
  whenToUse: z.string().trim().max(2_000),
  whenNotToUse: z.string().trim().max(2_000),
  /** Sentences of visitors that should fire the action. */
  examples: z.array(sentence).max(50),
  /** Sentences that should not. */
  counterExamples: z.array(sentence).max(50),
};

const newGuidanceSchema = z.object({
  whenToUse: guidanceFields.whenToUse.default(''),
  whenNotToUse: guidanceFields.whenNotToUse.default(''),
  examples: guidanceFields.examples.default([]),
  counterExamples: guidanceFields.counterExamples.default([]),
});

const name = z.string().trim().min(1).max(80);

/** How often an action may be used: without limit, or once per conversation, per visitor, per visitor in so many hours. */
const limit = z
  .discriminatedUnion('per', [
    z.object({ per: z.literal('conversation') }),
    z.object({ per: z.literal('visitor') }),
    z.object({ per: z.literal('hours'), hours: z.number().int().min(1).max(8_760) }),
  ])
  .nullable();

/** `settings` is checked by the kind's own schema. */
export const newActionSchema = z.object({
  kind: z.string(),
  name,
  enabled: z.boolean().default(true),
  guidance: newGuidanceSchema.prefault({}),
  availability: availabilitySchema.default(ALWAYS_AVAILABLE),
  limit: limit.default(null),
  /** Whether the visitor confirms the exact values first; absent or null: where something is changed. */
  confirm: z.boolean().nullable().default(null),
  settings: z.record(z.string(), z.unknown()).default({}),
});

export const actionChangeSchema = z
  .object({
    name,
    enabled: z.boolean(),
    guidance: z.object(guidanceFields),
    /** As a whole: what is not named sets no condition any more. */
    availability: availabilitySchema,
    limit,
    confirm: z.boolean().nullable(),
    settings: z.record(z.string(), z.unknown()),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'names nothing to change');

export const actionSchema = z
  .object({
    id: z.string(),
    agentId: z.string(),
    kind: z.string(),
    name: z.string(),
    enabled: z.boolean(),
    /** Why Bellhop has disabled it, and what to do. Enabling it, or other settings, take this away. */
    problem: z.string().nullable(),
    guidance: z.object(guidanceFields),
    availability: availabilitySchema,
    limit,
    /** As it is in force: the owner's choice, or what the kind does by default. */
    confirm: z.boolean(),
    settings: z.record(z.string(), z.unknown()),
    /** Raised by every change. */
    version: z.number().int(),
    createdAt: z.string(),
    updatedAt: z.string(),
    archivedAt: z.string().nullable(),
  })
  .meta({ id: 'Action' });

/** An action that came back or was copied, and what it lacks: then it is disabled. */
export const returnedActionSchema = actionSchema.extend({
  missing: z.array(referenceSchema.pick({ type: true, id: true })),
});

export const actionCopySchema = z.object({ agentId: z.string() });

export type ReturnedAction = z.infer<typeof returnedActionSchema>;
export type Action = z.infer<typeof actionSchema>;
export type ActionLimit = Action['limit'];
export type Guidance = Action['guidance'];
export type NewAction = z.infer<typeof newActionSchema>;
export type ActionChange = z.infer<typeof actionChangeSchema>;
