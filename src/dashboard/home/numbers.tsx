import { Paper, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/states/error-state.tsx';
import { overviewQuery } from './overview.ts';

/** The last day in three numbers; a zero says why it is one. */
export function Numbers() {
  const { t } = useTranslation('home');
  const { data, error, refetch } = useQuery(overviewQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const share = data && data.conversations > 0 ? Math.round((data.solved / data.conversations) * 100) : null;
  const numbers = [
    {
      name: t('conversations'),
      value: data?.conversations,
      hint: data?.conversations ? t('lastDay') : t('conversationsNone'),
    },
    {
      name: t('solved'),
      value: share === null ? '–' : `${share} %`,
      hint: t(share === null ? 'solvedNone' : 'lastDay'),
    },
    { name: t('waiting'), value: data?.waiting, hint: t(data?.waiting ? 'waitingSome' : 'waitingNone') },
  ];
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} component="section" aria-label={t('numbers')}>
      {numbers.map(({ name, value, hint }) => (
        <Paper withBorder p="md" key={name}>
          <Text size="sm" c="dimmed">
            {name}
          </Text>
          {data ? (
            <Text fz={26} fw={650}>
              {value}
            </Text>
          ) : (
            <Skeleton height={26} width={60} my={6} />
          )}
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
