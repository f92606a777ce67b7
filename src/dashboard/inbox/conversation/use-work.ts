import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConversationDetail } from '../../../contract/conversation.ts';
import { callApi } from '../../app/call-api.ts';
import { useReport } from '../../ui/telling/use-report.ts';
import { conversationQuery } from '../conversation-queries.ts';

/** What changes a conversation besides words. Each can be undone. */
export function useWork(conversation: ConversationDetail) {
  const { t } = useTranslation('inbox');
  const { tryTo, doneWithUndo } = useReport();
  const queryClient = useQueryClient();
  const path = `/v1/conversations/${conversation.id}`;
  const change = useMutation({
    mutationFn: (call: { method: 'PUT' | 'POST'; path: string; body?: unknown }) =>
      callApi<ConversationDetail>(`${path}/${call.path}`, {
        method: call.method,
        ...(call.body ? { body: call.body } : {}),
      }),
    onSuccess: (changed) => {
      queryClient.setQueryData(conversationQuery(conversation.id).queryKey, changed);
      void queryClient.invalidateQueries({ queryKey: ['inbox', 'list'] });
      void queryClient.invalidateQueries({ queryKey: ['inbox', 'counts'] });
    },
  });
  const autoReply = (body: { state: 'on' | 'muted'; reason?: string }) =>
    change.mutateAsync({ method: 'PUT', path: 'auto-reply', body });
  const assign = (userId: string | null) =>
    change.mutateAsync({ method: 'PUT', path: 'assignee', body: { userId } });
  const status = (isClosed: boolean) =>
    change.mutateAsync({ method: 'POST', path: isClosed ? 'close' : 'reopen' });

  return {
    isBusy: change.isPending,
    setAutoReply(isOn: boolean): void {
      const { muteReason } = conversation;
      const before = { state: 'muted', ...(muteReason ? { reason: muteReason } : {}) } as const;
      tryTo(async () => {
        await autoReply({ state: isOn ? 'on' : 'muted' });
        doneWithUndo(t(isOn ? 'turnedOn' : 'turnedOff'), () => autoReply(isOn ? before : { state: 'on' }));
      });
    },
    setAssignee(userId: string | null): void {
      const before = conversation.assignee?.userId ?? null;
      tryTo(async () => {
        const { assignee } = await assign(userId);
        const told = assignee ? t('givenTo', { name: assignee.name }) : t('givenToNobody');
        doneWithUndo(told, () => assign(before));
      });
    },
    setClosed(isClosed: boolean, then: () => void): void {
      tryTo(async () => {
        await status(isClosed);
        doneWithUndo(t(isClosed ? 'closedDone' : 'reopenedDone'), () => status(!isClosed));
        then();
      });
    },
  };
}
