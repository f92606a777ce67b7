import { z } from 'zod';
import { STARTERS_MAX } from './limits.ts';
import { modelSchema } from './model.ts';
import { DEFAULT_LOOK, type WidgetLook } from './widget/widget-look.ts';

const pixels = z.number().int().min(0).max(500);

export const widgetLookSchema = z.object({
  color: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour like #1d4ed8'),
  scheme: z.enum(['auto', 'light', 'dark']),
  side: z.enum(['left', 'right']),
  offsetX: pixels,
  offsetY: pixels,
  zIndex: z.number().int().min(0).max(2_147_483_647),
  hideOnMobile: z.boolean(),
  hideLauncher: z.boolean(),
  openOn: z.string().max(200),
  title: z.string().max(60),
  subtitle: z.string().max(100),
  teaser: z.string().max(140),
  starters: z.array(z.string().trim().min(1).max(80)).max(STARTERS_MAX),
}) satisfies z.ZodType<WidgetLook>;

/** An origin as browsers write it: scheme, host, port unless default. */
const origin = z.url({ protocol: /^https?$/ }).transform((value, context) => {
  const url = new URL(value);
  if (url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '') return url.origin;
  context.addIssue('must be an origin like https://www.example.com, without a path');
  return z.NEVER;
});

export const AGENT_NAME_MAX = 80;

const agentFields = {
  name: z.string().trim().min(1).max(AGENT_NAME_MAX),
  instructions: z.string().max(20_000),
  greeting: z.string().max(500),
  tone: z.enum(['neutral', 'friendly', 'formal', 'brief']),
  /** BCP 47, or `auto`. */
  language: z
    .string()
    .regex(/^(auto|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$/, 'must be a language tag like de, or auto'),
  model: modelSchema,
  /** Empty: any site may show the widget. */
  allowedOrigins: z.array(origin).max(100),
};

export const newAgentSchema = z.object({
  name: agentFields.name,
  instructions: agentFields.instructions.default(''),
  greeting: agentFields.greeting.default(''),
  tone: agentFields.tone.default('friendly'),
  language: agentFields.language.default('auto'),
  model: agentFields.model.default({ provider: 'builtin' }),
  allowedOrigins: agentFields.allowedOrigins.default([]),
  widget: widgetLookSchema
    .partial()
    .default({})
    .transform((look) => ({ ...DEFAULT_LOOK, ...look })),
});

export const agentChangeSchema = z
  .object({ ...agentFields, widget: widgetLookSchema.partial() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'names nothing to change');

export const agentSchema = z
  .object({
    id: z.string(),
    ...agentFields,
    allowedOrigins: z.array(z.string()),
    widget: widgetLookSchema,
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Agent' });

/** What an agent was told to be and say, as it was saved once. */
export const agentVersionSchema = z
  .object({
    /** From 1, in the order in which they were saved. */
    version: z.number().int(),
    name: z.string(),
    greeting: z.string(),
    instructions: z.string(),
    tone: agentFields.tone,
    language: z.string(),
    /** Who saved it; empty: it is older than versions are. */
    author: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'AgentVersion' });

export type AgentVersion = z.infer<typeof agentVersionSchema>;
export type Agent = z.infer<typeof agentSchema>;
export type NewAgent = z.infer<typeof newAgentSchema>;
export type AgentChange = z.infer<typeof agentChangeSchema>;
