import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../app/agent.ts';
import { useMe } from '../app/session.ts';
import { Page } from '../ui/page.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { PageLoading } from '../ui/states/page-loading.tsx';
import { Attention } from './attention.tsx';
import { Checklist } from './checklist.tsx';
import { Numbers } from './numbers.tsx';
import { useSteps } from './use-steps.ts';

/** What is left to do until the agent can greet visitors; then what happened, and what needs a person. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { user } = useMe();
  const { agent, isLoading, error, refetch } = useAgent();
  const { steps, isReady } = useSteps(agent);
  if (isLoading) return <PageLoading />;
  const left = steps.filter(({ isDone }) => !isDone).length;
  return (
    <Page
      title={t('hello', { name: user.name.split(' ')[0] })}
      hint={isReady ? (left === 0 ? t('allDone') : t('left', { count: left })) : ''}
    >
      <Stack gap="lg">
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        <Attention />
        {isReady && left > 0 && <Checklist steps={steps} />}
        <Numbers />
      </Stack>
    </Page>
  );
}
