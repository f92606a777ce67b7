import { z } from 'zod';
import { widgetLookSchema } from '../../../contract/agent.ts';
import { pageInfoSchema } from '../../../contract/conversation.ts';
import type { Session } from '../../../contract/widget/session.ts';
import { notFound } from '../../platform/errors.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { ConversationDeps } from '../deps.ts';
import { resumeSession, startSession } from './open-session.ts';

const sessionSchema = z
  .object({
    token: z.string(),
    visitorId: z.string(),
    conversationId: z.string(),
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

export function sessionRoute({ pool, agents, limits }: ConversationDeps) {
  return endpoint(
    {
      access: 'public',
      tag: 'Visitor',
      method: 'post',
      path: '/widget/v1/sessions',
      summary: 'Start a session, or go on with the one of a token',
      body: z.object({
        agentId: z.string(),
        token: z.string().max(200).optional(),
        page: pageInfoSchema.optional(),
      }),
      answer: sessionSchema,
      errors: ['not_found', 'rate_limited'],
    },
    async ({ body: { agentId, token, page }, context }): Promise<Session> => {
      const agent = await agents.findPublic(agentId);
      if (!agent) throw notFound('agent');
      const request = { workspaceId: agent.workspaceId, agentId, page };
      if (token !== undefined) await limits.resume(token);
      const resumed = token === undefined ? null : await resumeSession(pool, token, request);
      if (!resumed) await limits.session(context);
      const session = resumed ?? (await startSession(pool, request));
      const { id, name, greeting, language, widget } = agent;
      return {
        ...session,
        agent: { id, name, greeting, starters: widget.starters, language, theme: widget },
      };
    },
  );
}
