import { z } from 'zod';
import { pageInfoSchema } from '../../../contract/conversation.ts';
import type { Session } from '../../../contract/widget/session.ts';
import { notFound } from '../../platform/errors.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { ConversationDeps } from '../deps.ts';
import { identify } from '../identity/identify.ts';
import { resumeSession, startSession } from './open-session.ts';
import { PLAYGROUND_TOKEN } from './playground-token.ts';
import { identityTokenSchema, sessionSchema, toSession } from './session-answer.ts';

export function sessionRoute(deps: ConversationDeps) {
  const { pool, agents, limits } = deps;
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
        /** Who the visitor is, signed by the owner's server. A wrong one is told of, and the chat goes on without it. */
        identity: identityTokenSchema.optional(),
        page: pageInfoSchema.optional(),
      }),
      answer: sessionSchema,
      errors: ['not_found', 'rate_limited'],
    },
    async ({ body: { agentId, token, identity, page }, context }): Promise<Session> => {
      const agent = await agents.findPublic(agentId);
      if (!agent) throw notFound('agent');
      const { workspaceId } = agent;
      const request = { workspaceId, agentId, page };
      if (token === undefined) await limits.session(context);
      else await limits.resume(token);
      if (identity !== undefined) await limits.resume(identity);
      const identified =
        identity === undefined ? null : await identify(deps, { workspaceId, agentId, token, identity });
      const current = identified && 'token' in identified ? identified.token : token;
      const resumed = current === undefined ? null : await resumeSession(pool, current, request);
      if (!resumed && token?.startsWith(PLAYGROUND_TOKEN))
        throw notFound('session in the playground any more');
      if (!resumed && token !== undefined) await limits.session(context);
      const session = toSession(agent, resumed ?? (await startSession(pool, request)));
      if (!identified || 'token' in identified) return session;
      const { code, message } = identified.fault;
      return { ...session, identityProblem: { code, message } };
    },
  );
}
