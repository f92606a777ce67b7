import { Alert, NativeSelect, Paper, Stack, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Lightbulb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/agent.ts';
import { agentsQuery } from '../app/agent.ts';
import { callApi } from '../app/call-api.ts';
import { useMay } from '../app/session.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { useUnsavedGuard } from '../app/use-unsaved-guard.ts';
import { SaveBar } from '../ui/asking/save-bar.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { useReport } from '../ui/telling/use-report.ts';
import { listLanguages } from './list-languages.ts';

const TONES: Agent['tone'][] = ['friendly', 'neutral', 'formal', 'brief'];

/** What the agent is told. Where it was told nothing yet, a good start stands there, which counts once it is saved. */
export function InstructionsForm({ agent }: { agent: Agent }) {
  const { t, i18n } = useTranslation('instructions');
  const mayWrite = useMay()('agents:write');
  const queryClient = useQueryClient();
  const { done } = useReport();
  const isSuggestion = mayWrite && agent.instructions === '';
  const { name, greeting, tone, language } = agent;
  const { form, submit, isSending, error } = useApiForm({
    initialValues: {
      ...{ name, tone, language },
      greeting: isSuggestion && greeting === '' ? t('defaultGreeting') : greeting,
      instructions: isSuggestion ? t('defaultInstructions') : agent.instructions,
    },
  });
  const isDirty = form.isDirty();
  useUnsavedGuard(isDirty);
  const save = submit(async (body) => {
    await callApi<Agent>(`/v1/agents/${agent.id}`, { method: 'PATCH', body });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: agentsQuery.queryKey }),
      queryClient.invalidateQueries({ queryKey: ['versions', agent.id] }),
    ]);
    done(t('saved'));
  });
  return (
    <form onSubmit={save}>
      <Stack>
        {error !== null && <ErrorState error={error} />}
        {isSuggestion && (
          <Alert icon={<Lightbulb size={18} />} variant="light">
            {t('suggestion')}
          </Alert>
        )}
        <Paper withBorder p="lg">
          <Stack>
            <TextInput
              {...form.getInputProps('name')}
              label={t('name')}
              description={t('nameHint')}
              disabled={!mayWrite}
              required
            />
            <Textarea
              {...form.getInputProps('greeting')}
              label={t('greeting')}
              description={t('greetingHint')}
              disabled={!mayWrite}
              rows={2}
            />
            <Textarea
              {...form.getInputProps('instructions')}
              label={t('rules')}
              description={t('rulesHint')}
              disabled={!mayWrite}
              rows={14}
            />
            <NativeSelect
              {...form.getInputProps('tone')}
              label={t('tone')}
              data={TONES.map((value) => ({ value, label: t(value) }))}
              disabled={!mayWrite}
            />
            <NativeSelect
              {...form.getInputProps('language')}
              label={t('language')}
              description={t('languageHint')}
              data={[{ value: 'auto', label: t('auto') }, ...listLanguages(i18n.language, agent.language)]}
              disabled={!mayWrite}
            />
          </Stack>
        </Paper>
        <SaveBar
          isDirty={isDirty || isSuggestion}
          isSending={isSending}
          onDiscard={isDirty ? form.reset : undefined}
        />
      </Stack>
    </form>
  );
}
