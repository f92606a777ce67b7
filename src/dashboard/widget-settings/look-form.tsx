import { Box, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/agent.ts';
import { callApi } from '../app/call-api.ts';
import { useMay } from '../app/session.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { useUnsavedGuard } from '../app/use-unsaved-guard.ts';
import { ErrorState } from '../ui/states/error-state.tsx';
import { useReport } from '../ui/telling/use-report.ts';
import { type LookValues, toChange, toLookValues, toPreviewLook } from './look-values.ts';
import { PlaceFields } from './place-fields.tsx';
import { PreviewFrame } from './preview-frame.tsx';
import { WordFields } from './word-fields.tsx';

/** How the widget looks and where it stands, beside the real one. */
export function LookForm({ agent }: { agent: Agent }) {
  const { t } = useTranslation('widget');
  const { t: tFrame } = useTranslation();
  const mayWrite = useMay()('agents:write');
  const queryClient = useQueryClient();
  const { done } = useReport();
  const { form, submit, isSending, error } = useApiForm<LookValues>({ initialValues: toLookValues(agent) });
  useUnsavedGuard(form.isDirty());
  const save = submit(async (values) => {
    await callApi<Agent>(`/v1/agents/${agent.id}`, { method: 'PATCH', body: toChange(values) });
    await queryClient.invalidateQueries({ queryKey: ['agents'] });
    done(t('saved'));
  });
  /** The API names a place in what was sent; a field here holds a whole list. */
  const problem = (name: string) =>
    Object.entries(form.errors).find(([path]) => new RegExp(`^(widget\\.)?${name}(\\.|$)`).test(path))?.[1];
  const fields = { form, problem, disabled: !mayWrite };
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('look')}>
      <Box className="widget-settings">
        <form onSubmit={save}>
          <Stack>
            <Title order={2}>{t('look')}</Title>
            {!mayWrite && <Text size="sm">{tFrame('mayNot')}</Text>}
            {error !== null && Object.keys(form.errors).length === 0 && <ErrorState error={error} />}
            <WordFields {...fields} />
            <PlaceFields {...fields} />
            <Group>
              <Button type="submit" loading={isSending} disabled={!mayWrite || !form.isDirty()}>
                {t('save')}
              </Button>
              {form.isDirty() && (
                <Button variant="subtle" onClick={() => form.reset()}>
                  {t('discard')}
                </Button>
              )}
            </Group>
          </Stack>
        </form>
        <PreviewFrame agentId={agent.id} look={toPreviewLook(form.values)} greeting={form.values.greeting} />
      </Box>
    </Paper>
  );
}
