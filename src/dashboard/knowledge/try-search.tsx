import { Loader, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/agent.ts';
import type { Snippet } from '../../contract/knowledge.ts';
import { callApi } from '../app/call-api.ts';
import { ErrorState } from '../ui/states/error-state.tsx';

const PAUSE_MS = 250;

/** What the agent would find for a question, the best first. */
export function TrySearch({ agent }: { agent: Agent }) {
  const { t } = useTranslation('knowledge');
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), PAUSE_MS);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['sources', agent.id, 'search', q],
    queryFn: ({ signal }) =>
      callApi<{ items: Snippet[] }>('/v1/knowledge/search', { query: { agentId: agent.id, q }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="try-search">
      <Title order={2} id="try-search" mb="sm">
        {t('try')}
      </Title>
      <TextInput
        aria-label={t('question')}
        placeholder={t('question')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        leftSection={<Search size={16} aria-hidden />}
        rightSection={isFetching ? <Loader size={14} /> : null}
        maxLength={1_000}
      />
      <div role="status" aria-busy={isFetching}>
        {q === '' ? (
          <Text size="sm" c="dimmed" mt="sm">
            {t('tryHint')}
          </Text>
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data && data.items.length === 0 ? (
          <Text size="sm" mt="sm">
            {t('notFound')}
          </Text>
        ) : (
          <Stack gap="sm" component="ol" m={0} p={0} mt="sm" className="plain-list">
            {data?.items.map(({ id, title, question, text }) => (
              <li key={id}>
                <Text size="xs" c="dimmed" dir="auto">
                  {title}
                </Text>
                {question && (
                  <Text size="sm" fw={500} dir="auto">
                    {question}
                  </Text>
                )}
                <Text size="sm" lineClamp={4} dir="auto">
                  {text}
                </Text>
              </li>
            ))}
          </Stack>
        )}
      </div>
    </Paper>
  );
}
