import { Stack } from '@mantine/core';
import { Bot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../app/agent.ts';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { PageLoading } from '../ui/states/page-loading.tsx';
import { Budget } from './budget.tsx';
import { ModelForm } from './model-form.tsx';

export function ModelPage() {
  const { t } = useTranslation('model');
  const { agent, isLoading, error, refetch } = useAgent();
  if (isLoading) return <PageLoading />;
  return (
    <Page title={t('title')} hint={agent ? t('hint', { name: agent.name }) : ''} maxWidth={760}>
      <Stack gap="lg">
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {agent && <ModelForm key={agent.id} agent={agent} />}
        {!agent && !error && <EmptyState icon={Bot} title={t('noAgent')} hint={t('noAgentHint')} />}
        <Budget />
      </Stack>
    </Page>
  );
}
