import type { Context } from 'hono';
import { isLoopback, networkOf } from '../../platform/http/client-address.ts';
import { rateLimiter } from '../../platform/http/rate-limits.ts';
import type { VisitorLimits } from '../deps.ts';

/**
 * The budgets of visitors. Networks are not counted on loopback: behind a proxy that was not named in
 * TRUST_PROXY, all visitors would share that one address and lock each other out.
 */
export function visitorLimits(enabled: boolean, addressOf: (context: Context) => string): VisitorLimits {
  const sessions = rateLimiter(enabled, { name: 'sessions', points: 60, seconds: 3_600 });
  const network = rateLimiter(enabled, { name: 'network', points: 60, seconds: 60 });
  const visitor = rateLimiter(
    enabled,
    { name: 'visitor-minute', points: 20, seconds: 60 },
    { name: 'visitor-hour', points: 200, seconds: 3_600 },
  );
  const agent = rateLimiter(enabled, { name: 'agent', points: 600, seconds: 60 });
  const cards = rateLimiter(enabled, { name: 'cards', points: 60, seconds: 60 });

  const resumes = rateLimiter(enabled, { name: 'resumes', points: 60, seconds: 60 });
  const streams = rateLimiter(enabled, { name: 'streams', points: 60, seconds: 60 });

  const countNetwork = async (context: Context, consume: typeof sessions) => {
    const address = addressOf(context);
    if (!isLoopback(address)) await consume(networkOf(address));
  };

  return {
    session: (context) => countNetwork(context, sessions),
    async message(context, { visitorId, agentId }) {
      await visitor(visitorId);
      await countNetwork(context, network);
      await agent(agentId);
    },
    card: (_context, { visitorId }) => cards(visitorId),
    resume: (token) => resumes(token),
    stream: ({ visitorId }) => streams(visitorId),
  };
}
