import { z } from 'zod';
import { AppError, notFound } from '../../platform/errors.ts';
import { readBearer } from '../../platform/http/read-bearer.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { ConversationDeps } from '../deps.ts';
import { resumeSession } from '../visitors/open-session.ts';
import { identityTokenSchema, sessionSchema, toSession } from '../visitors/session-answer.ts';
import { endSession } from './end-session.ts';
import { identify } from './identify.ts';

const common = { access: 'visitor', tag: 'Visitor' } as const;

/** Signing in and out of a session that is there. */
export function identityRoutes(deps: ConversationDeps) {
  const { pool, agents, limits } = deps;
  return [
    endpoint(
      {
        ...common,
        method: 'post',
        path: '/widget/v1/identity',
        summary: 'Say who the visitor is, by a token that the owner’s server has signed',
        body: z.object({ identity: identityTokenSchema }),
        answer: sessionSchema,
        errors: ['rate_limited'],
      },
      async ({ actor: { workspaceId, agentId }, body, context }) => {
        const token = readBearer(context);
        await limits.resume(token);
        const identified = await identify(deps, { workspaceId, agentId, token, ...body });
        if ('fault' in identified) throw identified.fault.toAppError();
        const agent = await agents.findPublic(agentId);
        if (!agent) throw notFound('agent');
        const request = { workspaceId, agentId, page: undefined };
        const session = await resumeSession(pool, identified.token, request);
        if (!session)
          throw new AppError('invalid_credential', {
            publicMessage: 'This session is over. Start a new one.',
          });
        return toSession(agent, session);
      },
    ),
    endpoint(
      {
        ...common,
        method: 'delete',
        path: '/widget/v1/session',
        summary:
          'Sign out: the token of this session is taken no more. The conversation stays with the visitor',
        status: 204,
      },
      ({ context }) => endSession(deps, readBearer(context)),
    ),
  ];
}
