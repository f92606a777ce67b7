import type { Pool } from 'pg';
import { z } from 'zod';
import { agentSchema, agentVersionSchema } from '../../../contract/agent.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../actors.ts';
import { getVersion, listVersions } from './agent-versions.ts';
import type { AgentStore } from './agents.ts';

const common = { access: 'workspace', tag: 'Agents' } as const;

/** What an agent was told before, and the way back to it. */
export function versionRoutes({ pool, agents }: { pool: Pool; agents: AgentStore }) {
  return [
    endpoint(
      {
        ...common,
        permission: 'agents:read',
        method: 'get',
        path: '/api/v1/agents/{id}/versions',
        summary: 'What an agent was told to be and say, the newest first',
        params: z.object({ id: z.string() }),
        query: pageQuery,
        answer: pageOf(agentVersionSchema),
      },
      async ({ actor, params, query }) => {
        await agents.get(actor.workspaceId, params.id);
        return listVersions(pool, actor.workspaceId, params.id, query);
      },
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:write',
        method: 'post',
        path: '/api/v1/agents/{id}/versions/{version}/restore',
        summary: 'Tell an agent again what it was told before; that is a version of its own',
        params: z.object({ id: z.string(), version: z.coerce.number().int().min(1).max(999_999_999) }),
        answer: agentSchema,
      },
      async ({ actor: { workspaceId, name: author }, params }) => {
        const version = await getVersion(pool, workspaceId, params.id, params.version);
        const { name, greeting, instructions, tone, language } = version;
        const words = { name, greeting, instructions, tone, language };
        return agents.update(workspaceId, params.id, words, author);
      },
    ),
  ];
}
