import './widget-settings.css';
import { Stack } from '@mantine/core';
import { Bot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../app/agent.ts';
import { useMay } from '../app/session.ts';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { PageLoading } from '../ui/states/page-loading.tsx';
import { EmbedCode } from './embed-code.tsx';
import { IdentitySecrets } from './identity-secrets.tsx';
import { LookForm } from './look-form.tsx';

export function WidgetPage() {
  const { t } = useTranslation('widget');
  const maySecrets = useMay()('secrets:read');
  const { agent, isLoading, error, refetch } = useAgent();
  if (isLoading) return <PageLoading />;
  return (
    <Page title={t('title')} hint={agent ? t('hint', { name: agent.name }) : ''} maxWidth={1_100}>
      <Stack gap="lg">
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!agent && !error && <EmptyState icon={Bot} title={t('noAgent')} hint={t('noAgentHint')} />}
        {agent && <EmbedCode agentId={agent.id} />}
        {agent && <LookForm key={agent.id} agent={agent} />}
        {agent && maySecrets && <IdentitySecrets agentId={agent.id} />}
      </Stack>
    </Page>
  );
}
