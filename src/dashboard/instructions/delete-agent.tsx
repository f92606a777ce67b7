import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/agent.ts';
import { callApi } from '../app/call-api.ts';
import { useMay } from '../app/session.ts';
import { useConfirm } from '../ui/asking/use-confirm.ts';
import { useReport } from '../ui/telling/use-report.ts';

export function DeleteAgent({ agent: { id, name } }: { agent: Agent }) {
  const { t } = useTranslation('instructions');
  const may = useMay();
  const confirm = useConfirm();
  const { tryTo } = useReport();
  if (!may('agents:write')) return null;
  const ask = () =>
    confirm({
      title: t('deleteTitle', { name }),
      text: t('deleteText'),
      verb: t('delete'),
      onConfirm: () =>
        tryTo(async () => {
          await callApi(`/v1/agents/${id}`, { method: 'DELETE' });
          // Nothing of it may stay, in no form and no list.
          location.assign('/');
        }),
    });
  return (
    <Button variant="subtle" color="red" onClick={ask}>
      {t('deleteAgent')}
    </Button>
  );
}
