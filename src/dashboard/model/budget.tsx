import { Button, Group, NumberInput, Paper, Progress, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../contract/workspace.ts';
import { callApi } from '../app/call-api.ts';
import { useMay } from '../app/session.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { ErrorState } from '../ui/states/error-state.tsx';
import { useReport } from '../ui/telling/use-report.ts';

/** What the models of the workspace may use in a day, and have used today. */
export function Budget() {
  const { t } = useTranslation('model');
  const { t: tFrame } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => callApi<Workspace>('/v1/workspace', { signal }),
  });
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('budget')}>
      <Stack>
        <Title order={2}>{t('budget')}</Title>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!error && !data && <Skeleton height={90} role="status" aria-label={tFrame('loading')} />}
        {data && <BudgetForm workspace={data} />}
      </Stack>
    </Paper>
  );
}

function BudgetForm({ workspace }: { workspace: Workspace }) {
  const { t, i18n } = useTranslation('model');
  const mayWrite = useMay()('workspace:write');
  const queryClient = useQueryClient();
  const { done } = useReport();
  const { usageToday, modelBudget } = workspace;
  const { form, submit, isSending, error } = useApiForm({
    initialValues: {
      dailyCostUsd: modelBudget.dailyCostUsd ?? ('' as number | string),
      dailyTokens: modelBudget.dailyTokens ?? ('' as number | string),
    },
  });
  const save = submit(async ({ dailyCostUsd, dailyTokens }) => {
    const body = { modelBudget: { dailyCostUsd: toLimit(dailyCostUsd), dailyTokens: toLimit(dailyTokens) } };
    const saved = await callApi<Workspace>('/v1/workspace', { method: 'PATCH', body });
    queryClient.setQueryData(['workspace'], saved);
    done(t('budgetSaved'));
  });
  const dollars = new Intl.NumberFormat(i18n.language, { style: 'currency', currency: 'USD' });
  const tokens = new Intl.NumberFormat(i18n.language);
  const used = usageToday.inputTokens + usageToday.outputTokens;
  const shares = [
    [usageToday.costUsd, modelBudget.dailyCostUsd],
    [used, modelBudget.dailyTokens],
  ].map(([is = 0, most]) => (most ? (100 * (is ?? 0)) / most : 0));
  const share = Math.min(100, Math.max(...shares));
  return (
    <form onSubmit={save}>
      <Stack>
        <Text size="sm">
          {t('today', { cost: dollars.format(usageToday.costUsd), tokens: tokens.format(used) })}
        </Text>
        {share > 0 && (
          <Progress
            value={share}
            color={share >= 100 ? 'red' : 'accent'}
            aria-label={t('share', { percent: Math.round(share) })}
          />
        )}
        {error !== null && <ErrorState error={error} />}
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <NumberInput
            {...form.getInputProps('dailyCostUsd')}
            label={t('dailyCost')}
            description={t('empty')}
            error={form.errors['modelBudget.dailyCostUsd']}
            min={0}
            prefix="$"
            decimalScale={2}
            hideControls
            disabled={!mayWrite}
          />
          <NumberInput
            {...form.getInputProps('dailyTokens')}
            label={t('dailyTokens')}
            description={t('empty')}
            error={form.errors['modelBudget.dailyTokens']}
            min={0}
            allowDecimal={false}
            thousandSeparator=" "
            hideControls
            disabled={!mayWrite}
          />
        </Group>
        <Text size="sm" c="dimmed">
          {t('over')}
        </Text>
        <Group>
          <Button type="submit" variant="default" loading={isSending} disabled={!mayWrite || !form.isDirty()}>
            {t('saveBudget')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function toLimit(value: number | string): number | null {
  return value === '' ? null : Number(value);
}
