import { Button, Group, NumberInput, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../contract/workspace.ts';
import { callApi } from '../app/call-api.ts';
import { useMay } from '../app/session.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { useUnsavedGuard } from '../app/use-unsaved-guard.ts';
import { useConfirm } from '../ui/asking/use-confirm.ts';
import { ErrorState } from '../ui/states/error-state.tsx';
import { useReport } from '../ui/telling/use-report.ts';

const FIELDS = ['conversationDays', 'callPayloadDays', 'webhookBodyDays'] as const;

/** For how many days things are kept. */
export function Retention() {
  const { t } = useTranslation('privacy');
  const { t: tFrame } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => callApi<Workspace>('/v1/workspace', { signal }),
  });
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('retention')}>
      <Stack>
        <Title order={2}>{t('retention')}</Title>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!error && !data && <Skeleton height={180} role="status" aria-label={tFrame('loading')} />}
        {data && <RetentionForm retention={data.retention} />}
      </Stack>
    </Paper>
  );
}

function RetentionForm({ retention }: { retention: Workspace['retention'] }) {
  const { t } = useTranslation('privacy');
  const { t: tFrame } = useTranslation();
  const mayWrite = useMay()('workspace:write');
  const queryClient = useQueryClient();
  const confirm = useConfirm();
  const { done } = useReport();
  const { form, submit, isSending, error } = useApiForm<Record<string, number | string>>({
    initialValues: { ...retention },
  });
  useUnsavedGuard(form.isDirty());
  const save = submit(async (values) => {
    const body = {
      retention: Object.fromEntries(Object.entries(values).map(([name, days]) => [name, Number(days)])),
    };
    const saved = await callApi<Workspace>('/v1/workspace', { method: 'PATCH', body });
    queryClient.setQueryData(['workspace'], saved);
    done(t('saved'));
  });
  const isShorter = FIELDS.some((name) => Number(form.values[name]) < retention[name]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isShorter) return save();
        confirm({
          title: t('shorterTitle'),
          text: t('shorterText'),
          verb: t('shorter'),
          onConfirm: () => save(),
        });
      }}
    >
      <Stack>
        {!mayWrite && <Text size="sm">{tFrame('mayNot')}</Text>}
        {error !== null && Object.keys(form.errors).length === 0 && <ErrorState error={error} />}
        {FIELDS.map((name) => (
          <NumberInput
            key={name}
            {...form.getInputProps(name)}
            label={t(name)}
            description={t(`${name}Hint`)}
            error={form.errors[`retention.${name}`]}
            min={1}
            allowDecimal={false}
            hideControls
            maw={360}
            required
            disabled={!mayWrite}
          />
        ))}
        <Group>
          <Button type="submit" loading={isSending} disabled={!mayWrite || !form.isDirty()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
