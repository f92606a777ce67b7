import { useTranslation } from 'react-i18next';
import type { Agent } from '../../../contract/agent.ts';
import { linkToAgent } from '../../app/agent.ts';
import { callApi } from '../../app/call-api.ts';
import { NameDialog } from '../../ui/asking/name-dialog.tsx';

/** Makes an agent, and goes where one tells it how to speak. */
export function NewAgent({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const make = async (body: { name: string }) => {
    const { id } = await callApi<Agent>('/v1/agents', { method: 'POST', body });
    location.assign(linkToAgent(id, '/instructions'));
  };
  return (
    <NameDialog
      title={t('newAgent')}
      label={t('agentName')}
      hint={t('agentNameHint')}
      verb={t('createAgent')}
      {...{ make, onClose }}
    />
  );
}
