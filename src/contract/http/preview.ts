import { z } from 'zod';
import { INPUTS_MAX } from '../limits.ts';
import { requestInputSchema, requestTemplateSchema } from './request.ts';

const values = z.record(z.string(), z.unknown()).default({});

/** A request as it would be sent; secrets are `•••`. */
export const outgoingPreviewSchema = z
  .object({
    method: z.string(),
    url: z.string(),
    /** By lower-case name. */
    headers: z.record(z.string(), z.string()),
    body: z.string().nullable(),
  })
  .meta({ id: 'OutgoingRequest' });

export const requestPreviewSchema = z.object({
  settings: z.object({
    inputs: z.array(requestInputSchema).max(INPUTS_MAX).default([]),
    request: requestTemplateSchema,
  }),
  values,
});

export const actionTrySchema = z.object({
  values,
  /** What the site would have signed of the visitor: attribute → value, for inputs with the source `identity:…`. */
  identity: values,
});

export const actionTestSchema = z.object({
  request: outgoingPreviewSchema,
  response: z.object({
    status: z.number().int(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
    ms: z.number(),
  }),
  /** What the agent may read of it. */
  mapped: z.record(z.string(), z.unknown()),
});

export type OutgoingPreview = z.infer<typeof outgoingPreviewSchema>;
export type RequestPreview = z.input<typeof requestPreviewSchema>;
export type ActionTest = z.infer<typeof actionTestSchema>;
