import { z } from 'zod';

/** What the models of a workspace may use in a day, which begins at midnight UTC. Null: no limit. */
const modelBudgetSchema = z.strictObject({
  dailyCostUsd: z.number().min(0).max(1_000_000).nullable(),
  dailyTokens: z.number().int().min(0).max(1_000_000_000_000).nullable(),
});

const name = z.string().trim().min(1).max(80);

/** Where meetings are booked, when an action does not say it: `ada/30min`, or a full address. Null: nowhere. */
const eventLink = z.string().trim().min(1).max(500).nullable();

/** For how many days things are kept. */
const retentionSchema = z.strictObject({
  /** From the last message on, with the cards, leads and meetings of the conversation. */
  conversationDays: z.number().int().min(1).max(3650),
  /** What calls sent and were answered. */
  callPayloadDays: z.number().int().min(1).max(3650),
  /** What webhooks told. */
  webhookBodyDays: z.number().int().min(1).max(30),
});

export const workspaceChangeSchema = z
  .object({ name, modelBudget: modelBudgetSchema.partial(), eventLink, retention: retentionSchema.partial() })
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
  .object({
    id: z.string(),
    name,
    modelBudget: modelBudgetSchema,
    eventLink,
    retention: retentionSchema,
    usageToday: modelUsageSchema,
  })
  .meta({ id: 'Workspace' });

export type Workspace = z.infer<typeof workspaceSchema>;
export type WorkspaceChange = z.infer<typeof workspaceChangeSchema>;
export type ModelUsage = z.infer<typeof modelUsageSchema>;
