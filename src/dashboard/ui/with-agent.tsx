import { Box, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Bot } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/agent.ts';
import { agentsQuery, chooseAgent, useAgent } from '../app/agent.ts';
import { callApi } from '../app/call-api.ts';
import { useMay } from '../app/session.ts';
import { EmptyState } from './states/empty-state.tsx';
import { ErrorState } from './states/error-state.tsx';
import { PageLoading } from './states/page-loading.tsx';
import { useReport } from './telling/use-report.ts';

/** A page about the chosen agent: until it is there, when it cannot be read, and where there is none. */
export function WithAgent({ children }: { children: (agent: Agent) => ReactNode }) {
  const { agent, isLoading, error, refetch } = useAgent();
  if (agent) return children(agent);
  if (isLoading) return <PageLoading />;
  if (!error) return <NoAgent />;
  return (
    <Box p={{ base: 'md', sm: 'xl' }} maw={900}>
      <ErrorState error={error} onRetry={() => void refetch()} />
    </Box>
  );
}

function NoAgent() {
  const { t } = useTranslation();
  const mayWrite = useMay()('agents:write');
  const queryClient = useQueryClient();
  const { tryTo } = useReport();
  const create = () =>
    tryTo(async () => {
      const { id } = await callApi<Agent>('/v1/agents', {
        method: 'POST',
        body: { name: t('newAgentName') },
      });
      chooseAgent(id);
      await queryClient.invalidateQueries({ queryKey: agentsQuery.queryKey });
    });
  return (
    <EmptyState icon={Bot} title={t('noAgent')} hint={t('noAgentHint')}>
      {mayWrite && <Button onClick={create}>{t('createAgent')}</Button>}
    </EmptyState>
  );
}
