import { useMemo } from 'react';
import type { FormPorts } from '../../../actions/form-props.ts';
import type { Connection } from '../../../contract/connections/connection.ts';
import type { EventTypePage } from '../../../contract/connections/event-type.ts';
import type { ImportedRequest, OperationList } from '../../../contract/http/import.ts';
import type { OutgoingPreview } from '../../../contract/http/preview.ts';
import type { Secret } from '../../../contract/secret.ts';
import type { Workspace } from '../../../contract/workspace.ts';
import { callApi } from '../../app/call-api.ts';
import type { PageOf } from '../../app/page-of.ts';
import { useExplain } from '../../ui/states/use-explain.ts';

/** The API, as the forms of the kinds use it; what goes wrong comes as an error in words. */
export function usePorts(): FormPorts {
  const explain = useExplain();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it only puts errors into words
  return useMemo(() => openPorts(explain), []);
}

function openPorts(explain: (error: unknown) => string): FormPorts {
  async function call<Answer>(path: string, options?: Parameters<typeof callApi>[1]): Promise<Answer> {
    try {
      return await callApi<Answer>(path, options);
    } catch (cause) {
      throw new Error(explain(cause), { cause });
    }
  }
  return {
    async listConnections(kind) {
      const { items } = await call<PageOf<Connection>>('/v1/connections', { query: { limit: 100 } });
      return items.filter((connection) => connection.kind === kind);
    },
    listEventTypes: (id) =>
      call<EventTypePage>(`/v1/connections/${encodeURIComponent(id)}/event-types`, { query: { limit: 100 } }),
    readEventLink: async () => (await call<Workspace>('/v1/workspace')).eventLink,
    listSecrets: async () => (await call<PageOf<Secret>>('/v1/secrets', { query: { limit: 100 } })).items,
    async saveSecret(name, body) {
      await call(`/v1/secrets/${encodeURIComponent(name)}`, { method: 'PUT', body });
    },
    importRequest: (body) =>
      call<ImportedRequest | OperationList>('/v1/http-requests/import', { method: 'POST', body }),
    previewRequest: async (body) =>
      (await call<{ request: OutgoingPreview }>('/v1/http-requests/preview', { method: 'POST', body }))
        .request,
    integrationsPath: '/settings/integrations',
  };
}
