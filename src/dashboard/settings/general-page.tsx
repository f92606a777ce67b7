import { Button, Group, Paper, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../contract/workspace.ts';
import { callApi } from '../app/call-api.ts';
import { useMay } from '../app/session.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { useUnsavedGuard } from '../app/use-unsaved-guard.ts';
import { Page } from '../ui/page.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { PageLoading } from '../ui/states/page-loading.tsx';
import { useReport } from '../ui/telling/use-report.ts';

export default function GeneralPage() {
  const { t } = useTranslation('settings');
  const { data, error, refetch } = useQuery({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => callApi<Workspace>('/v1/workspace', { signal }),
  });
  if (!data && !error) return <PageLoading />;
  return (
    <Page title={t('general')} maxWidth={720}>
      {data ? <GeneralForm workspace={data} /> : <ErrorState error={error} onRetry={() => void refetch()} />}
    </Page>
  );
}

function GeneralForm({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation('settings');
  const mayWrite = useMay()('workspace:write');
  const queryClient = useQueryClient();
  const { done } = useReport();
  const { form, submit, isSending, error } = useApiForm({
    initialValues: { name: workspace.name, eventLink: workspace.eventLink ?? '' },
  });
  useUnsavedGuard(form.isDirty());
  const save = submit(async ({ name, eventLink }) => {
    const body = { name, eventLink: eventLink === '' ? null : eventLink };
    const saved = await callApi<Workspace>('/v1/workspace', { method: 'PATCH', body });
    queryClient.setQueryData(['workspace'], saved);
    await queryClient.invalidateQueries({ queryKey: ['session'] });
    done(t('saved'));
  });
  return (
    <Paper withBorder p="lg">
      <form onSubmit={save}>
        <Stack>
          {error !== null && <ErrorState error={error} />}
          <TextInput {...form.getInputProps('name')} label={t('name')} disabled={!mayWrite} required />
          <TextInput
            {...form.getInputProps('eventLink')}
            label={t('eventLink')}
            description={t('eventLinkHint')}
            placeholder="https://cal.com/ada/30min"
            disabled={!mayWrite}
          />
          <Group>
            <Button type="submit" loading={isSending} disabled={!mayWrite || !form.isDirty()}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
