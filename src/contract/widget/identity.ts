import { z } from 'zod';

/** What a token may say of a visitor, besides who they are. */
export const ATTRIBUTES_MAX = 40;
export const ATTRIBUTE_NAME_MAX_CHARS = 60;
export const ATTRIBUTE_VALUE_MAX_CHARS = 500;

const attributesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export type Attributes = z.infer<typeof attributesSchema>;

/** Who the visitor of a conversation is, now. */
export const visitorSchema = z
  .object({
    /** `claimed`: they left a name or an address themselves. `verified`: the owner's server signed it, and it still counts. */
    level: z.enum(['anonymous', 'claimed', 'verified']),
    /** The owner's id of the visitor; it stays when the verification is over. */
    sub: z.string().nullable(),
    verifiedUntil: z.string().nullable(),
    /** Empty unless verified. */
    attributes: attributesSchema,
    /** From the last form that they sent. */
    claimed: z.object({ name: z.string().nullable(), email: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'ConversationVisitor' });

export type Visitor = z.infer<typeof visitorSchema>;

export const identitySecretSchema = z
  .object({ id: z.string(), last4: z.string(), createdAt: z.string() })
  .meta({ id: 'IdentitySecret' });

export type IdentitySecret = z.infer<typeof identitySecretSchema>;
