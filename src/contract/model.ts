import { z } from 'zod';

/** The address that the provider's paths are put behind: `https://api.openai.com/v1`. */
const baseUrl = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .refine((value) => {
    const { username, password, search, hash } = new URL(value);
    return `${username}${password}${search}${hash}` === '';
  }, 'must be an address without a user, a query or a fragment');

/** It becomes part of an address at some providers, so it can hold nothing that leads elsewhere. */
const modelId = z
  .string()
  .trim()
  .max(200)
  .regex(
    /^(?!.*\.\.)[A-Za-z0-9][\w.:/@+-]*$/,
    'must be the name of a model, such as gpt-5-mini or llama3.2:3b',
  );

const dollars = z.number().min(0).max(100_000);

const builtinModel = z.object({ provider: z.literal('builtin') });

const remoteModel = z.strictObject({
  provider: z.enum(['openai', 'anthropic', 'google', 'openai-compatible']),
  model: modelId,
  /** Absent: the provider's own; for `openai` and `openai-compatible` OPENAI_BASE_URL, when that is set. */
  baseUrl: baseUrl.optional(),
  /** The name of a secret that holds the key. Absent: the key that Bellhop was started with, if any. */
  secret: z.string().trim().min(1).max(100).optional(),
  /** USD for a million tokens. Absent: counted as 5 in and 25 out, so that a cost limit holds. */
  price: z.strictObject({ input: dollars, output: dollars }).optional(),
});

/** Which model an agent asks, and which one when that fails before it has said anything. */
export const modelSchema = z.discriminatedUnion('provider', [
  builtinModel,
  remoteModel.extend({
    fallback: z.discriminatedUnion('provider', [builtinModel, remoteModel]).nullable().optional(),
  }),
]);

export type ModelSetting = z.infer<typeof modelSchema>;
export type RemoteModel = z.infer<typeof remoteModel>;

export const modelTestSchema = z.object({ model: modelSchema });

export const modelTestResultSchema = z
  .discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), ms: z.number(), reply: z.string() }),
    z.object({
      ok: z.literal(false),
      /** For programs: `wrong_key`, `no_model`, `unreachable`, … */
      reason: z.string(),
      /** For people: the cause and the next step. */
      message: z.string(),
    }),
  ])
  .meta({ id: 'ModelTestResult' });

export type ModelTestResult = z.infer<typeof modelTestResultSchema>;
