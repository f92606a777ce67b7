import * as z from 'zod';
import { PERMISSIONS } from './permissions.ts';

export const newApiKeySchema = z.strictObject({
  name: z.string().trim().min(1, 'is missing').max(100),
  scopes: z.array(z.enum(PERMISSIONS)).min(1, 'choose what the key may do').max(PERMISSIONS.length),
  /** Null: it does not end by itself. */
  expiresAt: z.iso.datetime().nullable().default(null),
});
export type NewApiKey = z.infer<typeof newApiKeySchema>;

export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The last four characters, to tell keys apart. */
  last4: z.string(),
  scopes: z.array(z.enum(PERMISSIONS)),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  /** To the minute. */
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** The answer to making one: the only time that the key is shown. */
export const madeApiKeySchema = apiKeySchema.extend({ key: z.string() });
