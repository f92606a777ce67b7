import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../app/agent.ts';
import { Page } from '../ui/page.tsx';
import { KindCards } from './kind-cards.tsx';

/** What a new action should do. */
export function NewPage() {
  const { t } = useTranslation('actions');
  const { agent } = useAgent();
  if (!agent) return null;
  return (
    <Page title={t('newTitle')} hint={t('newHint')}>
      <KindCards agentId={agent.id} />
      <Text size="sm" c="dimmed" mt="lg">
        {t('elsewhere')}{' '}
        <Anchor component={Link} to="/settings/integrations" td="underline">
          {t('toIntegrations')}
        </Anchor>
      </Text>
    </Page>
  );
}
