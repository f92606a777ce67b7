import type { Api } from './api.ts';
import type { StoredSource } from './find-sample-agent.ts';
import { sampleParts } from './sample-parts.ts';

interface Move {
  agentId: string;
  /** Where the shop stood before. */
  from: string[];
  /** With a slash at the end. */
  shopUrl: string;
  actions: { id: string; settings: object }[];
  sources: StoredSource[];
}

/** The shop has another port than before: what leads to it follows, and is otherwise as its owner left it. */
export async function followShop(
  api: Api,
  { agentId, from, shopUrl, actions, sources }: Move,
): Promise<void> {
  const origin = new URL(shopUrl).origin;
  for (const { id, settings } of actions) {
    const text = JSON.stringify(settings);
    const moved = from.reduce((text, old) => text.replaceAll(startsWith(old), origin), text);
    if (moved !== text) await api.send('PATCH', `/actions/${id}`, { settings: JSON.parse(moved) });
  }

  // A source cannot be changed: the same one is made at its new place, and the old one goes once that stands.
  for (const sample of sampleParts(shopUrl).sources) {
    const stale = sources.filter(
      ({ title, url, snippets }) =>
        title === sample.title &&
        snippets === sample.items.length &&
        from.some((old) => url === sample.url.replace(origin, old)),
    );
    const isThere = sources.some(({ title, url }) => title === sample.title && url === sample.url);
    if (stale.length > 0 && !isThere)
      await api.send('POST', '/knowledge/sources', { agentId, type: 'faq', ...sample });
    for (const { id } of stale) await api.send('DELETE', `/knowledge/sources/${id}`);
  }
}

/** The origin, and not another one that begins like it. */
function startsWith(origin: string): RegExp {
  return new RegExp(`${origin.replaceAll('.', '\\.')}(?![:\\d])`, 'g');
}
