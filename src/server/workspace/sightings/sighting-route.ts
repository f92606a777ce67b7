import { z } from 'zod';
import { sightingSchema } from '../../../contract/widget/sighting.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { endpoint } from '../actors.ts';
import type { AgentStore } from '../agents/agents.ts';
import type { sightingStore } from './sightings.ts';

interface RouteDeps {
  agents: Pick<AgentStore, 'get'>;
  sightings: ReturnType<typeof sightingStore>;
}

export function sightingRoute({ agents, sightings }: RouteDeps) {
  return endpoint(
    {
      access: 'workspace',
      permission: 'agents:read',
      tag: 'Agents',
      method: 'get',
      path: '/api/v1/agents/{id}/sightings',
      summary: 'The sites that have loaded the widget of an agent, the last one first; at most fifty',
      params: z.object({ id: z.string() }),
      answer: pageOf(sightingSchema),
    },
    async ({ actor: { workspaceId }, params }) => {
      await agents.get(workspaceId, params.id);
      return { items: await sightings.list(workspaceId, params.id), nextCursor: null };
    },
  );
}
