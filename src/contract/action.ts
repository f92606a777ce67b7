import { z } from 'zod';

const sentence = z.string().trim().min(1).max(500);

export const guidanceSchema = z.object({
  whenToUse: z.string().trim().max(2_000).default(''),
  whenNotToUse: z.string().trim().max(2_000).default(''),
  /** Sentences of visitors that should fire the action. */
  examples: z.array(sentence).max(50).default([]),
  /** Sentences that should not. */
  counterExamples: z.array(sentence).max(50).default([]),
});

const name = z.string().trim().min(1).max(80);

/** `settings` is checked by the kind's own schema. */
export const newActionSchema = z.object({
  kind: z.string(),
  name,
  enabled: z.boolean().default(true),
  guidance: guidanceSchema.prefault({}),
  settings: z.record(z.string(), z.unknown()).default({}),
});

export const actionChangeSchema = z
  .object({
    name,
    enabled: z.boolean(),
    guidance: guidanceSchema,
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
    guidance: guidanceSchema,
    settings: z.record(z.string(), z.unknown()),
    createdAt: z.string(),
    updatedAt: z.string(),
    archivedAt: z.string().nullable(),
  })
  .meta({ id: 'Action' });

export type Action = z.infer<typeof actionSchema>;
export type Guidance = z.infer<typeof guidanceSchema>;
export type NewAction = z.infer<typeof newActionSchema>;
export type ActionChange = z.infer<typeof actionChangeSchema>;
