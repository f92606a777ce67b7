import { z } from 'zod';

/** What the models of a workspace may use in a day, which begins at midnight UTC. Null: no limit. */
const modelBudgetSchema = z.strictObject({
  dailyCostUsd: z.number().min(0).max(1_000_000).nullable(),
  dailyTokens: z.number().int().min(0).max(1_000_000_000_000).nullable(),
});

const name = z.string().trim().min(1).max(80);

/** Where meetings are booked, when an action does not say it: `ada/30min`, or a full address. Null: nowhere. */
const eventLink = z.string().trim().min(1).max(500).nullable();

export const workspaceChangeSchema = z
  .object({ name, modelBudget: modelBudgetSchema.partial(), eventLink })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'names nothing to change');

export const modelUsageSchema = z.object({
  /** `YYYY-MM-DD`, in UTC. */
  day: z.string(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  costUsd: z.number(),
});

export const workspaceSchema = z
  .object({ id: z.string(), name, modelBudget: modelBudgetSchema, eventLink, usageToday: modelUsageSchema })
  .meta({ id: 'Workspace' });

export type Workspace = z.infer<typeof workspaceSchema>;
export type WorkspaceChange = z.infer<typeof workspaceChangeSchema>;
export type ModelUsage = z.infer<typeof modelUsageSchema>;
