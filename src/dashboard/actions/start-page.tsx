import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../app/agent.ts';
import { useMay } from '../app/session.ts';
import { useTitle } from '../ui/page.tsx';
import { KindCards } from './kind-cards.tsx';
import { actionsQuery } from './list/actions-query.ts';

/** Before one is chosen: what an agent without actions could do, or what an action is. */
export function StartPage() {
  const { t } = useTranslation('actions');
  const { agent } = useAgent();
  const mayWrite = useMay()('agents:write');
  const { data } = useQuery(actionsQuery(agent?.id ?? ''));
  useTitle(t('title'));
  if (!data || !agent) return null;
  const isEmpty = data.items.length === 0;
  return (
    <Stack className="actions-start" data-empty={isEmpty} maw={960}>
      <div>
        <Title order={2} size="h1">
          {isEmpty ? t('emptyTitle') : t(mayWrite ? 'startTitle' : 'seeTitle')}
        </Title>
        <Text c="dimmed">{isEmpty ? t('emptyHint') : t(mayWrite ? 'choose' : 'chooseToSee')}</Text>
      </div>
      {mayWrite && <KindCards agentId={agent.id} />}
    </Stack>
  );
}
