import advice from './agent/advice.json' with { type: 'json' };
import type { Api } from './api.ts';

/** What the sample shop has at the Calendly that stands in for the real one. */
export interface SampleCalendly {
  token: string;
  eventTypeUri: string;
  schedulingUrl: string;
}

interface StoredConnection {
  id: string;
  kind: string;
  settings: { sandbox?: boolean };
}

interface StoredAction {
  id: string;
  settings: { connectionId?: string | null; eventTypeUri?: string };
}

/**
 * Connects the sample agent with its Calendly, which has a new token and another address at every start. What its owner
 * took away stays away: only an agent that is not whole yet gets what is missing.
 */
export async function seedCalendly(
  api: Api,
  agentId: string,
  { calendly, isUnfinished }: { calendly: SampleCalendly; isUnfinished: boolean },
): Promise<void> {
  const { token, ...event } = calendly;
  const connections = await api.list<StoredConnection>('/connections');
  const found = connections.findLast(({ kind, settings }) => kind === 'calendly' && settings.sandbox);
  if (!found && !isUnfinished) return;
  const credentials = { token };
  const connection = found
    ? await api.send<StoredConnection>('PATCH', `/connections/${found.id}`, { credentials })
    : await api.send<StoredConnection>('POST', '/connections', {
        ...{ kind: 'calendly', name: 'Calendly of the sample shop', credentials },
        settings: { auth: 'token', sandbox: true },
      });

  const actions = await api.list<StoredAction>(`/agents/${agentId}/actions`);
  const own = actions.filter(({ settings }) => settings.connectionId === connection.id);
  for (const { id, settings } of own.filter(({ settings }) => settings.eventTypeUri === event.eventTypeUri))
    await api.send('PATCH', `/actions/${id}`, { settings: { ...settings, ...event } });
  if (own.length === 0 && isUnfinished)
    await api.send('POST', `/agents/${agentId}/actions`, {
      ...advice,
      settings: { connectionId: connection.id, ...event },
    });
}
