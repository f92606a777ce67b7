import type { Pool } from 'pg';
import { z } from 'zod';
import { newPlaygroundSchema, playgroundSchema, playgroundTurnSchema } from '../../../contract/playground.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { AgentStore } from '../../workspace/agents/agents.ts';
import { listTurns } from './list-turns.ts';
import { openPlayground } from './open-playground.ts';

const params = z.object({ id: z.string() });
const common = { access: 'workspace', tag: 'Playground', permission: 'agents:write', params } as const;

/** Where the team talks to its agent as any visitor would. What the agent does there is done. */
export function playgroundRoutes({ pool, agents }: { pool: Pool; agents: AgentStore }) {
  return [
    endpoint(
      {
        ...common,
        method: 'post',
        path: '/api/v1/agents/{id}/playground',
        summary: 'Start a conversation as a visitor whom you play; actions that are used in it are real',
        body: newPlaygroundSchema,
        status: 201,
        answer: playgroundSchema,
      },
      async ({ actor: { workspaceId }, params: { id }, body }) => {
        await agents.get(workspaceId, id);
        return openPlayground(pool, { workspaceId, id }, body);
      },
    ),
    endpoint(
      {
        ...common,
        method: 'get',
        path: '/api/v1/playground/{id}/turns',
        summary: 'Why each turn of a conversation in the playground came out as it did, the newest first',
        query: pageQuery,
        answer: pageOf(playgroundTurnSchema),
      },
      ({ actor, params, query }) => listTurns(pool, actor.workspaceId, params.id, query),
    ),
  ];
}
