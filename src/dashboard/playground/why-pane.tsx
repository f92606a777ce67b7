import { Paper, Skeleton, Stack, Title } from '@mantine/core';
import { Lightbulb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { TurnCard } from './turn-card.tsx';
import { useTurns } from './use-turns.ts';

/** For each turn, the newest first: what was used, what was near, what was done. */
export function WhyPane({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('playground');
  const { data, error, refetch } = useTurns(conversationId);
  return (
    <Stack component="section" aria-labelledby="why" gap="sm" className="why">
      <Title order={2} id="why">
        {t('why')}
      </Title>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={160} />}
      {data?.items.length === 0 && (
        <Paper withBorder>
          <EmptyState icon={Lightbulb} title={t('nothingYet')} hint={t('nothingYetHint')} />
        </Paper>
      )}
      {data?.items.map((turn) => (
        <TurnCard key={turn.id} turn={turn} />
      ))}
    </Stack>
  );
}
