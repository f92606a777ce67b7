import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Attachment } from '../../../contract/entry.ts';
import { callApi } from '../../app/call-api.ts';
import { conversationKey } from '../conversation-queries.ts';

/** What a teammate has sent, until it is seen among the entries or notes. */
export interface Outgoing {
  clientId: string;
  kind: 'reply' | 'note';
  text: string;
  /** Of a reply. */
  attachments: Attachment[];
  at: string;
  /** What went wrong; null: it is on its way. */
  error: unknown;
}

export type Message = Pick<Outgoing, 'kind' | 'text' | 'attachments'>;

/** Sends at once what it shows at once. What fails stays with its text and its id, so that trying again sends it once. */
export function useOutbox(conversationId: string) {
  const queryClient = useQueryClient();
  const queryKey = ['inbox', 'outbox', conversationId];
  // Not read from anywhere: the cache of the queries is where it lives, and signing out clears it.
  const { data: items = [] } = useQuery<Outgoing[]>({
    queryKey,
    queryFn: () => queryClient.getQueryData<Outgoing[]>(queryKey) ?? [],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const change = (to: (items: Outgoing[]) => Outgoing[]) =>
    queryClient.setQueryData<Outgoing[]>(queryKey, (before = []) => to(before));

  async function post({ clientId, kind, text, attachments }: Outgoing): Promise<void> {
    try {
      const path = kind === 'reply' ? 'replies' : 'notes';
      await callApi(`/v1/conversations/${conversationId}/${path}`, {
        method: 'POST',
        body:
          kind === 'reply'
            ? { clientId, text, attachments: attachments.map(({ id }) => id) }
            : { clientId, text },
      });
      await queryClient.invalidateQueries({ queryKey: conversationKey(conversationId) });
      change((before) => before.filter((one) => one.clientId !== clientId));
    } catch (error) {
      change((before) => before.map((one) => (one.clientId === clientId ? { ...one, error } : one)));
    }
  }

  return {
    items,
    send({ kind, text, attachments }: Message): void {
      const one = {
        clientId: newClientId(),
        kind,
        text,
        attachments,
        at: new Date().toISOString(),
        error: null,
      };
      change((before) => [...before, one]);
      void post(one);
    },
    retry(one: Outgoing): void {
      change((before) =>
        before.map((other) => (other.clientId === one.clientId ? { ...other, error: null } : other)),
      );
      void post(one);
    },
  };
}

/** `crypto.randomUUID` is there on https and this machine only. */
function newClientId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
