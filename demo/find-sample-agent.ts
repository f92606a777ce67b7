import sample from './agent/agent.json' with { type: 'json' };
import { findShopOrigins } from './sample-parts.ts';

export interface StoredAgent {
  id: string;
  name: string;
  allowedOrigins: string[];
}

export interface StoredSource {
  id: string;
  agentId: string;
  title: string;
  url: string | null;
  snippets: number;
}

/** The key of the shop's API, as the API tells of it. */
export interface StoredSecret {
  name: string;
  hosts: string[];
  usedBy: { agentId: string }[];
}

/** Stands among the origins of a sample agent that is not whole yet. */
export const UNFINISHED = 'http://unfinished.invalid';

/**
 * The sample agent, whatever its owner has called it meanwhile: by what only the sample has, the surest first.
 * @param agents the newest first; of several the oldest is meant, for copies come later
 */
export function findSampleAgent(
  agents: StoredAgent[],
  { secret, sources }: { secret: StoredSecret | undefined; sources: StoredSource[] },
): StoredAgent | undefined {
  const ofShop = sources.filter(({ url }) => findShopOrigins([url]).length > 0);
  const marks: ((agent: StoredAgent) => boolean)[] = [
    ({ allowedOrigins }) => allowedOrigins.includes(UNFINISHED),
    ({ id }) => secret?.usedBy.some(({ agentId }) => agentId === id) ?? false,
    ({ id }) => ofShop.some(({ agentId }) => agentId === id),
    ({ allowedOrigins }) => secret?.hosts.some((host) => allowedOrigins.includes(`http://${host}`)) ?? false,
    ({ name }) => name === sample.name,
  ];
  for (const mark of marks) {
    const agent = agents.findLast(mark);
    if (agent) return agent;
  }
  return undefined;
}
