import './playground.css';
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw, UserRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/agent.ts';
import type { NewPlayground, Playground } from '../../contract/playground.ts';
import { callApi } from '../app/call-api.ts';
import { Page } from '../ui/page.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { WithAgent } from '../ui/with-agent.tsx';
import { Chat } from './chat.tsx';
import { VisitorForm } from './visitor-form.tsx';
import { WhyPane } from './why-pane.tsx';

/** The agent as a visitor meets it, and beside it why it answers so. */
export function PlaygroundPage() {
  return <WithAgent>{(agent) => <AgentPlayground key={agent.id} agent={agent} />}</WithAgent>;
}

const LASTS_MS = 23 * 3_600_000;

function AgentPlayground({ agent }: { agent: Agent }) {
  const { t } = useTranslation('playground');
  const queryClient = useQueryClient();
  const [isChoosing, setChoosing] = useState(false);
  // Kept while the dashboard is open: whoever changes an instruction and comes back goes on where they were.
  const sessionKey = ['playground', agent.id];
  const played = useRef(queryClient.getQueryData<NewPlayground>([...sessionKey, 'as']) ?? {});
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: sessionKey,
    queryFn: () =>
      callApi<Playground>(`/v1/agents/${agent.id}/playground`, { method: 'POST', body: played.current }),
    // Before its day is over: then it is deleted, and a new one begins.
    staleTime: LASTS_MS,
    refetchInterval: LASTS_MS,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  async function startAgain(as: NewPlayground): Promise<void> {
    played.current = as;
    queryClient.setQueryData([...sessionKey, 'as'], as);
    const { error: problem } = await refetch();
    if (problem) throw problem;
  }
  const { visitor, page } = played.current;
  return (
    <Page
      title={t('title')}
      hint={`${visitor ? t('asSomebody', { sub: visitor.sub }) : t('asUnknown')}${page?.url ? ` ${t('onPage', { url: page.url })}` : ''}`}
      maxWidth={1_400}
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<UserRound size={16} aria-hidden />}
            onClick={() => setChoosing(true)}
          >
            {t('choose')}
          </Button>
          <Button
            variant="default"
            leftSection={<RotateCcw size={16} aria-hidden />}
            onClick={() => void refetch()}
            loading={isFetching}
          >
            {t('again')}
          </Button>
        </Group>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data ? (
        <div className="beside wide-side">
          <Chat key={data.conversationId} agent={agent} playground={data} page={page ?? {}} />
          <WhyPane key={`why ${data.conversationId}`} conversationId={data.conversationId} />
        </div>
      ) : (
        !error && (
          <Stack role="status" aria-label={t('loading')}>
            <Skeleton height={560} />
          </Stack>
        )
      )}
      {isChoosing && (
        <VisitorForm
          as={played.current}
          onClose={() => setChoosing(false)}
          onStart={async (as) => {
            await startAgain(as);
            setChoosing(false);
          }}
        />
      )}
    </Page>
  );
}
