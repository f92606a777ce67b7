import { Box, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Sighting } from '../../contract/widget/sighting.ts';
import { callApi } from '../app/call-api.ts';
import type { PageOf } from '../app/page-of.ts';
import { ErrorState } from '../ui/states/error-state.tsx';
import { useFormat } from '../ui/use-format.ts';

const SHOWN = 5;
/** While somebody waits to see that it worked. */
const REFRESH_MS = 10_000;
/** A site is written down once an hour, so nothing finer is known. */
const HOUR_MS = 3_600_000;

/** Where the widget was loaded lately. */
export function Sightings({ agentId }: { agentId: string }) {
  const { t } = useTranslation('widget');
  const { ago } = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: ['sightings', agentId],
    queryFn: ({ signal }) => callApi<PageOf<Sighting>>(`/v1/agents/${agentId}/sightings`, { signal }),
    refetchInterval: REFRESH_MS,
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={20} />;
  if (data.items.length === 0)
    return (
      <Group gap={6} wrap="nowrap">
        <CircleDashed size={15} aria-hidden />
        <Text size="sm">{t('notSeen')}</Text>
      </Group>
    );
  return (
    <Box component="ul" className="plain-list" m={0} p={0}>
      {data.items.slice(0, SHOWN).map(({ origin, seenAt }) => (
        <Group key={origin} component="li" gap={6} wrap="nowrap">
          <CircleCheck size={15} aria-hidden />
          <Text size="sm">
            {Date.now() - new Date(seenAt).getTime() < HOUR_MS
              ? t('seenNow', { site: hostOf(origin) })
              : t('seen', { site: hostOf(origin), when: ago(seenAt) })}
          </Text>
        </Group>
      ))}
    </Box>
  );
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}
