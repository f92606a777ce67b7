import actions from './agent/actions.json' with { type: 'json' };
import agent from './agent/agent.json' with { type: 'json' };
import faq from './agent/faq.json' with { type: 'json' };

/** One call of the HTTP API: `path` below `/api/v1`, such as `/agents`. */
export type ApiRequest = (
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: unknown }>;

/**
 * Makes the sample agent through the API, as an owner would. An agent that is there already keeps what its owner made
 * of it; only the page's origin is added to those that may show its widget.
 */
export async function seedSampleAgent(request: ApiRequest, shopUrl: string): Promise<{ agentId: string }> {
  const agents = await listAll<StoredAgent>(request, '/agents');
  const found = agents.find(({ name }) => name === agent.name);
  const { id, allowedOrigins } = found ?? (await send<StoredAgent>(request, 'POST', '/agents', agent));

  // The origin is written last: an agent without one was interrupted on its way, and is completed.
  if (allowedOrigins.length === 0) await addMissingParts(request, id, shopUrl);
  const origin = new URL(shopUrl).origin;
  if (!allowedOrigins.includes(origin)) {
    await send(request, 'PATCH', `/agents/${id}`, { allowedOrigins: [...allowedOrigins, origin] });
  }
  return { agentId: id };
}

interface StoredAgent {
  id: string;
  name: string;
  allowedOrigins: string[];
}

async function addMissingParts(request: ApiRequest, agentId: string, shopUrl: string): Promise<void> {
  const storedActions = await listAll<{ name: string }>(request, `/agents/${agentId}/actions`);
  for (const action of actions) {
    if (storedActions.some(({ name }) => name === action.name)) continue;
    await send(request, 'POST', `/agents/${agentId}/actions`, withShopUrl(action, shopUrl));
  }

  const storedSources = await listAll<{ agentId: string; title: string }>(request, '/knowledge/sources');
  for (const { title, anchor, items } of faq) {
    if (storedSources.some((source) => source.agentId === agentId && source.title === title)) continue;
    const url = `${shopUrl}#${anchor}`;
    await send(request, 'POST', '/knowledge/sources', { agentId, type: 'faq', title, url, items });
  }
}

/** The action's link names the page as `{shop}`, whose address is known only now. */
function withShopUrl(action: (typeof actions)[number], shopUrl: string): object {
  if (!action.settings.url) return action;
  return { ...action, settings: { ...action.settings, url: action.settings.url.replace('{shop}', shopUrl) } };
}

async function listAll<Item>(request: ApiRequest, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor ? `?limit=100&cursor=${encodeURIComponent(cursor)}` : '?limit=100';
    const page: { items: Item[]; nextCursor: string | null } = await send(request, 'GET', `${path}${query}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

async function send<Answer>(
  request: ApiRequest,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: unknown,
): Promise<Answer> {
  const answer = await request(method, path, body);
  if (answer.status >= 400) {
    throw new Error(
      `The sample agent: ${method} ${path} answered ${answer.status} ${JSON.stringify(answer.body)}`,
    );
  }
  return answer.body as Answer;
}
