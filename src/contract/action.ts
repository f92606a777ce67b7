import { z } from 'zod';

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

/** `settings` is checked by the kind's own schema. */
export const newActionSchema = z.object({
  kind: z.string(),
  name,
  enabled: z.boolean().default(true),
  guidance: newGuidanceSchema.prefault({}),
  settings: z.record(z.string(), z.unknown()).default({}),
});

export const actionChangeSchema = z
  .object({
    name,
    enabled: z.boolean(),
    guidance: z.object(guidanceFields),
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
    guidance: z.object(guidanceFields),
    settings: z.record(z.string(), z.unknown()),
    createdAt: z.string(),
    updatedAt: z.string(),
    archivedAt: z.string().nullable(),
  })
  .meta({ id: 'Action' });

export type Action = z.infer<typeof actionSchema>;
export type Guidance = Action['guidance'];
export type NewAction = z.infer<typeof newActionSchema>;
export type ActionChange = z.infer<typeof actionChangeSchema>;
