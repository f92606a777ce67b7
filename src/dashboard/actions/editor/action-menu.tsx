import { ActionIcon, Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Archive, ArchiveRestore, Copy, Ellipsis, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Action, ReturnedAction } from '../../../contract/action.ts';
import { useAgent } from '../../app/agent.ts';
import { callApi } from '../../app/call-api.ts';
import { useConfirm } from '../../ui/asking/use-confirm.ts';
import { useReport } from '../../ui/telling/use-report.ts';

/** What is done with an action as a whole: copied, archived with a way back, restored, deleted for good. */
export function ActionMenu({ action, keep }: { action: Action; keep(action: Action): void }) {
  const { t } = useTranslation('actionEditor');
  const { agents } = useAgent();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { tryTo, done, doneWithUndo } = useReport();
  const confirm = useConfirm();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['actions'] });
  const restore = async () => {
    const restored = await callApi<ReturnedAction>(`/v1/actions/${action.id}/restore`, { method: 'POST' });
    keep(restored);
    await refresh();
    const missing = restored.missing.map(({ id }) => id).join(', ');
    done(missing ? t('restoredLacking', { missing }) : t('restored'));
  };
  const archive = async () => {
    await callApi(`/v1/actions/${action.id}`, { method: 'DELETE' });
    await navigate({ to: '/actions', ignoreBlocker: true });
    queryClient.removeQueries({ queryKey: ['action', action.id] });
    await refresh();
    doneWithUndo(t('archived', { name: action.name }), () => tryTo(restore));
  };
  const copy = async (agentId: string) => {
    const copied = await callApi<ReturnedAction>(`/v1/actions/${action.id}/copy`, {
      method: 'POST',
      body: { agentId },
    });
    await refresh();
    done(t('copied', { name: copied.name }));
    if (agentId === action.agentId) await navigate({ to: `/actions/${copied.id}` });
  };
  const remove = () =>
    confirm({
      title: t('removeTitle', { name: action.name }),
      text: t('removeText'),
      verb: t('remove'),
      onConfirm: () =>
        tryTo(async () => {
          await callApi(`/v1/actions/${action.id}`, { method: 'DELETE', query: { permanent: true } });
          await navigate({ to: '/actions', ignoreBlocker: true });
          await refresh();
        }),
    });
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('more', { name: action.name })}>
          <Ellipsis size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!action.archivedAt &&
          agents.map(({ id, name }) => (
            <Menu.Item
              key={id}
              leftSection={<Copy size={16} aria-hidden />}
              onClick={() => tryTo(() => copy(id))}
            >
              {id === action.agentId ? t('copy') : t('copyTo', { name })}
            </Menu.Item>
          ))}
        {action.archivedAt ? (
          <>
            <Menu.Item leftSection={<ArchiveRestore size={16} aria-hidden />} onClick={() => tryTo(restore)}>
              {t('restore')}
            </Menu.Item>
            <Menu.Item color="red" leftSection={<Trash2 size={16} aria-hidden />} onClick={remove}>
              {t('removeForGood')}
            </Menu.Item>
          </>
        ) : (
          <Menu.Item leftSection={<Archive size={16} aria-hidden />} onClick={() => tryTo(archive)}>
            {t('archive')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
