import { Box } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { KnowledgeSourceDetail, SourceContent } from '../../contract/knowledge.ts';
import { callApi } from '../app/call-api.ts';
import { Page } from '../ui/page.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { PageLoading } from '../ui/states/page-loading.tsx';
import { useReport } from '../ui/telling/use-report.ts';
import { SourceForm } from './source-form.tsx';

/** One source, to be read and changed. */
export function SourcePage() {
  const { t } = useTranslation('knowledge');
  const { sourceId } = useParams({ strict: false }) as { sourceId: string };
  const queryClient = useQueryClient();
  const { done } = useReport();
  const path = `/v1/knowledge/sources/${sourceId}`;
  const { data, error, refetch } = useQuery({
    queryKey: ['source', sourceId],
    queryFn: ({ signal }) => callApi<KnowledgeSourceDetail>(path, { signal }),
  });
  if (!data)
    return error ? (
      <Box p={{ base: 'md', sm: 'xl' }} maw={820}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Box>
    ) : (
      <PageLoading />
    );
  async function save(body: SourceContent): Promise<void> {
    await callApi(path, { method: 'PUT', body });
    await Promise.all([queryClient.invalidateQueries({ queryKey: ['sources', data?.agentId] }), refetch()]);
  }
  return (
    <Page title={data.title} hint={t(data.type)} maxWidth={820}>
      <SourceForm key={sourceId} content={data.content} onSave={save} onSaved={() => done(t('saved'))} />
    </Page>
  );
}
