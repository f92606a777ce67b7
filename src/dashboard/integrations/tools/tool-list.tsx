import { Box, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Tool } from '../../../contract/connections/tool.ts';
import { useAgent } from '../../app/agent.ts';
import { callApi } from '../../app/call-api.ts';
import type { PageOf } from '../../app/page-of.ts';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { ToolRow } from './tool-row.tsx';

interface ToolListProps {
  connectionId: string;
  /** Of the actions that tools become. */
  kind: string;
}

/** What a connected server offers at this moment. All of it but the buttons was written by the server. */
export function ToolList({ connectionId, kind }: ToolListProps) {
  const { t } = useTranslation('integrations');
  const { agent } = useAgent();
  const queryClient = useQueryClient();
  const queryKey = ['tools', connectionId];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      callApi<PageOf<Tool> & { ms: number; isCut: boolean }>(`/v1/connections/${connectionId}/tools`, {
        query: { limit: 100 },
        signal,
      }),
    staleTime: 60_000,
  });
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey });
    await queryClient.invalidateQueries({ queryKey: ['connections'] });
  };
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={80} role="status" aria-label={t('readingTools')} />;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('toolCount', { count: data.items.length, ms: data.ms })}
        {(data.isCut || data.nextCursor !== null) && ` ${t('toolsCut')}`}
      </Text>
      <Box component="ul" className="plain-list" m={0} p={0}>
        {data.items.map((tool) => (
          <ToolRow key={tool.name} tool={tool} kind={kind} agent={agent} onChanged={refresh} />
        ))}
      </Box>
    </Stack>
  );
}
