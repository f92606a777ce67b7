import type { Pool } from 'pg';
import { z } from 'zod';
import {
  knowledgeSourceDetailSchema,
  knowledgeSourceSchema,
  newKnowledgeSourceSchema,
  snippetSchema,
  sourceContentSchema,
} from '../../contract/knowledge.ts';
import { pageOf, pageQuery } from '../platform/http/paging.ts';
import { endpoint } from '../workspace/actors.ts';
import type { AgentStore } from '../workspace/agents/agents.ts';
import {
  createKnowledgeSource,
  deleteKnowledgeSource,
  getKnowledgeSource,
  listKnowledgeSources,
  replaceKnowledgeSource,
} from './knowledge-sources.ts';
import { searchSnippets } from './search-snippets.ts';

const params = z.object({ id: z.string() });
const common = { access: 'workspace', tag: 'Knowledge' } as const;

export function knowledgeRoutes({ pool, agents }: { pool: Pool; agents: AgentStore }) {
  return [
    endpoint(
      {
        ...common,
        permission: 'agents:read',
        method: 'get',
        path: '/api/v1/knowledge/sources',
        summary: 'List knowledge sources',
        query: pageQuery.extend({ agentId: z.string().optional() }),
        answer: pageOf(knowledgeSourceSchema),
      },
      ({ actor, query }) => listKnowledgeSources(pool, actor.workspaceId, query),
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:write',
        method: 'post',
        path: '/api/v1/knowledge/sources',
        summary: 'Give an agent a list of questions and answers, or a text',
        body: newKnowledgeSourceSchema,
        status: 201,
        answer: knowledgeSourceSchema,
        errors: ['not_found'],
      },
      async ({ actor, body }) => {
        await agents.get(actor.workspaceId, body.agentId);
        return createKnowledgeSource(pool, actor.workspaceId, body);
      },
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:read',
        method: 'get',
        path: '/api/v1/knowledge/sources/{id}',
        summary: 'Read a knowledge source, with all that is in it',
        params,
        answer: knowledgeSourceDetailSchema,
      },
      ({ actor, params }) => getKnowledgeSource(pool, actor.workspaceId, params.id),
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:write',
        method: 'put',
        path: '/api/v1/knowledge/sources/{id}',
        summary: 'Replace all that is in a knowledge source',
        params,
        body: sourceContentSchema,
        answer: knowledgeSourceSchema,
      },
      ({ actor, params, body }) => replaceKnowledgeSource(pool, actor.workspaceId, params.id, body),
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:write',
        method: 'delete',
        path: '/api/v1/knowledge/sources/{id}',
        summary: 'Delete a knowledge source',
        params,
        status: 204,
      },
      ({ actor, params }) => deleteKnowledgeSource(pool, actor.workspaceId, params.id),
    ),
    endpoint(
      {
        ...common,
        permission: 'agents:read',
        method: 'get',
        path: '/api/v1/knowledge/search',
        summary: 'The snippets of an agent that fit a text',
        query: z.object({
          agentId: z.string(),
          q: z.string().trim().min(1).max(1_000),
          limit: z.coerce.number().int().min(1).max(20).default(5),
        }),
        answer: z.object({ items: z.array(snippetSchema) }),
        errors: ['not_found'],
      },
      async ({ actor, query: { agentId, q, limit } }) => {
        await agents.get(actor.workspaceId, agentId);
        const { workspaceId } = actor;
        return { items: await searchSnippets(pool, { workspaceId, agentId, text: q, limit, fill: false }) };
      },
    ),
  ];
}
