import { z } from 'zod';
import { type Agent, widgetLookSchema } from '../../../contract/agent.ts';
import type { Session } from '../../../contract/widget/session.ts';
import type { OpenedSession } from './open-session.ts';

/** A JWT, as text. */
export const identityTokenSchema = z.string().min(1).max(8_192);

export const sessionSchema = z
  .object({
    token: z.string(),
    visitorId: z.string(),
    conversationId: z.string(),
    isVerified: z.boolean(),
    identityProblem: z.object({ code: z.string(), message: z.string() }).optional(),
    agent: z.object({
      id: z.string(),
      name: z.string(),
      greeting: z.string(),
      starters: z.array(z.string()),
      language: z.string(),
      theme: widgetLookSchema,
    }),
  })
  .meta({ id: 'Session' }) satisfies z.ZodType<Session>;

export function toSession(agent: Agent, session: OpenedSession): Session {
  const { id, name, greeting, language, widget } = agent;
  return { ...session, agent: { id, name, greeting, starters: widget.starters, language, theme: widget } };
}
