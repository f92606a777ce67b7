import { z } from 'zod';

/** What a data input of a request can be. Dates are `YYYY-MM-DD`, times `HH:MM`, phones E.164. */
export const inputTypes = [
  'string',
  'number',
  'integer',
  'boolean',
  'email',
  'url',
  'phone',
  'date',
  'time',
  'enum',
  'array',
  'object',
] as const;

/** A named, typed value that a request needs. */
export const requestInputSchema = z.object({
  /** Checked by the template: `bad_name`. */
  name: z.string().max(64),
  type: z.enum(inputTypes).default('string'),
  /** What the agent asks for: "Your order number". */
  description: z.string().trim().max(500).default(''),
  required: z.boolean().default(true),
  /** The choices of an `enum`. */
  options: z.array(z.string().min(1).max(200)).max(100).optional(),
  /** Sent where the visitor says nothing else. */
  default: z.union([z.string().max(500), z.number(), z.boolean()]).optional(),
  /** Where the value comes from: what the visitor said, who they are, or the page they are on. */
  source: z
    .string()
    .regex(
      /^(visitor|identity:[A-Za-z0-9_.]{1,64}|page:(url|title|language))$/,
      'must be visitor, identity:… or page:…',
    )
    .default('visitor'),
});

const pair = z.object({ name: z.string().max(200), value: z.string().max(8_192) });

/** A request with `{{placeholders}}`. Only its shape is checked here; the template says what is wrong with the rest. */
export const requestTemplateSchema = z.object({
  method: z.string().max(20).default('GET'),
  url: z.string().max(8_192),
  query: z.array(pair).max(100).default([]),
  headers: z.array(pair).max(50).default([]),
  body: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('none') }),
      /** The JSON as the owner typed it; placeholders stand for whole values or inside strings. */
      z.object({ type: z.literal('json'), value: z.string() }),
      z.object({ type: z.literal('form'), value: z.array(pair).max(200) }),
      z.object({ type: z.literal('text'), value: z.string() }),
    ])
    .default({ type: 'none' }),
});

export type InputType = (typeof inputTypes)[number];
export type RequestInput = z.infer<typeof requestInputSchema>;
export type RequestTemplate = z.infer<typeof requestTemplateSchema>;
