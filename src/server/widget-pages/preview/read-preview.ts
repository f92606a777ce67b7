import type { Context } from 'hono';
import { z } from 'zod';
import { widgetLookSchema } from '../../../contract/agent.ts';
import type { PanelConfig } from '../../../contract/widget/widget-config.ts';
import type { PublicAgent } from '../public-agent.ts';

const MAX_CHARS = 6_000;

const previewSchema = z.object({ look: widgetLookSchema, greeting: z.string().max(500) });

export interface Preview {
  look: z.infer<typeof widgetLookSchema>;
  words: NonNullable<PanelConfig['preview']>;
  /** Of the addresses that are to show the same. */
  query: string;
}

/**
 * The look that an owner is trying, before it is saved. Only for pages of this origin: a link from anywhere else must not be able
 * to put words of its own on it.
 */
export function readPreview(context: Context): Preview | null {
  const text = context.req.query('preview');
  if (text === undefined || text.length > MAX_CHARS) return null;
  if (context.req.header('sec-fetch-site') !== 'same-origin') return null;
  if (context.req.header('sec-fetch-dest') === 'document') return null;
  const parsed = previewSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { look, greeting } = parsed.data;
  const query = `?preview=${encodeURIComponent(JSON.stringify(parsed.data))}`;
  return { look, words: { greeting, starters: look.starters }, query };
}

export function dress(agent: PublicAgent, preview: Preview | null): PublicAgent {
  return preview ? { ...agent, widget: preview.look } : agent;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is no preview.
    return null;
  }
}
