import sample from './agent/agent.json' with { type: 'json' };
import { Api, type ApiRequest } from './api.ts';
import {
  findSampleAgent,
  type StoredAgent,
  type StoredSecret,
  type StoredSource,
  UNFINISHED,
} from './find-sample-agent.ts';
import { followShop } from './follow-shop.ts';
import { findShopOrigins, sampleParts } from './sample-parts.ts';
import { type SampleCalendly, seedCalendly } from './seed-calendly.ts';

const SECRET = 'SHOP_API_KEY';

interface StoredAction {
  id: string;
  name: string;
  settings: object;
}

/**
 * Makes the sample agent through the API, as an owner would. An agent that is there already keeps what its owner made
 * of it; only what leads to the shop follows it to where it stands now.
 */
export async function seedSampleAgent(
  request: ApiRequest,
  { shopUrl, apiKey, calendly }: { shopUrl: string; apiKey: string; calendly?: SampleCalendly },
): Promise<{ agentId: string }> {
  const api = new Api(request);
  const secret = (await api.list<StoredSecret>('/secrets')).find(({ name }) => name === SECRET);
  const allSources = await api.list<StoredSource>('/knowledge/sources');
  const found = findSampleAgent(await api.list('/agents'), { secret, sources: allSources });
  // An agent that carries the mark was interrupted on its way, and is completed.
  const agent =
    found ?? (await api.send<StoredAgent>('POST', '/agents', { ...sample, allowedOrigins: [UNFINISHED] }));

  const actions = await api.list<StoredAction>(`/agents/${agent.id}/actions`);
  const sources = allSources.filter(({ agentId }) => agentId === agent.id);
  const origin = new URL(shopUrl).origin;
  const boundTo = (secret?.hosts ?? []).filter(isLoopback).map((host) => `http://${host}`);
  const settings = actions.map((action) => action.settings);
  const urls = sources.map(({ url }) => url);
  const from = [...new Set([...boundTo, ...findShopOrigins([settings, urls])])].filter(
    (old) => old !== origin,
  );

  // An action can only use a secret that is there. Where it was before is known by now.
  if (!secret) await keepKey(api, { apiKey, hosts: [new URL(shopUrl).host] });
  await followShop(api, { agentId: agent.id, from, shopUrl, actions, sources });
  const isUnfinished = agent.allowedOrigins.includes(UNFINISHED);
  if (isUnfinished) await addMissingParts(api, agent.id, { shopUrl, actions, sources });
  if (calendly) await seedCalendly(api, agent.id, { calendly, isUnfinished });
  await allowShop(api, agent, { origin, from });
  // Last, for until then it says where the shop was. The shop makes a new key at every start.
  const others = (secret?.hosts ?? []).filter((host) => !isLoopback(host));
  const hosts = [new URL(shopUrl).host, ...others];
  await keepKey(api, { apiKey, hosts });
  return { agentId: agent.id };
}

async function keepKey(api: Api, { apiKey, hosts }: { apiKey: string; hosts: string[] }): Promise<void> {
  await api.send('PUT', `/secrets/${SECRET}`, { value: apiKey, hosts });
}

async function addMissingParts(
  api: Api,
  agentId: string,
  { shopUrl, ...stored }: { shopUrl: string; actions: StoredAction[]; sources: StoredSource[] },
): Promise<void> {
  const parts = sampleParts(shopUrl);
  for (const action of parts.actions) {
    if (stored.actions.some(({ name }) => name === action.name)) continue;
    await api.send('POST', `/agents/${agentId}/actions`, action);
  }
  for (const source of parts.sources) {
    if (stored.sources.some(({ title }) => title === source.title)) continue;
    await api.send('POST', '/knowledge/sources', { agentId, type: 'faq', ...source });
  }
}

/** The shop's page may show the widget, at the place where it is now. Where any page may, there is nothing to add. */
async function allowShop(
  api: Api,
  { id, allowedOrigins }: StoredAgent,
  { origin, from }: { origin: string; from: string[] },
): Promise<void> {
  if (allowedOrigins.length === 0) return;
  const kept = allowedOrigins.filter((allowed) => ![UNFINISHED, ...from].includes(allowed));
  const wanted = kept.includes(origin) ? kept : [...kept, origin];
  if (wanted.join() !== allowedOrigins.join())
    await api.send('PATCH', `/agents/${id}`, { allowedOrigins: wanted });
}

function isLoopback(host: string): boolean {
  return /^127\.0\.0\.1(:\d+)?$/.test(host);
}
