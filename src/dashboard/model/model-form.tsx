import { Alert, Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/agent.ts';
import type { ModelSetting, ModelTestResult } from '../../contract/model.ts';
import type { Secret } from '../../contract/secret.ts';
import { callApi } from '../app/call-api.ts';
import type { PageOf } from '../app/page-of.ts';
import { useMay } from '../app/session.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { useUnsavedGuard } from '../app/use-unsaved-guard.ts';
import { ErrorState } from '../ui/states/error-state.tsx';
import { useReport } from '../ui/telling/use-report.ts';
import { BuiltinExplained } from './builtin-explained.tsx';
import { hostOf, type ModelValues, nameKey, type Provider, toSetting, toValues } from './providers.ts';
import { RemoteFields } from './remote-fields.tsx';

const PROVIDERS: Provider[] = ['builtin', 'openai', 'anthropic', 'google', 'openai-compatible'];

/** Which model an agent asks. The key is stored as a secret for the provider's host only. */
export function ModelForm({ agent }: { agent: Agent }) {
  const { t } = useTranslation('model');
  const { t: tFrame } = useTranslation();
  const may = useMay();
  const mayWrite = may('agents:write');
  const queryClient = useQueryClient();
  const { done } = useReport();
  const [result, setResult] = useState<ModelTestResult | null>(null);
  const { form, submit, isSending, error } = useApiForm<ModelValues>({
    initialValues: toValues(agent.model),
  });
  useUnsavedGuard(form.isDirty());
  const { provider } = form.values;

  /** Stores a new key first: neither a test nor the agent is given one any other way. */
  async function prepare(values: ModelValues): Promise<ModelSetting> {
    if (values.key === '' || values.provider === 'builtin') return toSetting(values, agent.model);
    const secret = values.secret || nameKey(values.provider, await readSecretNames());
    // One that is chosen may be for other hosts too: these stay.
    const hosts = values.secret ? {} : { hosts: [hostOf(values)] };
    await callApi(`/v1/secrets/${secret}`, { method: 'PUT', body: { value: values.key, ...hosts } });
    await queryClient.invalidateQueries({ queryKey: ['secrets'] });
    form.setValues({ secret, key: '' });
    return toSetting({ ...values, secret, key: '' }, agent.model);
  }
  const test = submit(async (values) => {
    setResult(null);
    const model = await prepare(values);
    setResult(await callApi<ModelTestResult>('/v1/models/test', { method: 'POST', body: { model } }));
  });
  const save = submit(async (values) => {
    const model = await prepare(values);
    await callApi<Agent>(`/v1/agents/${agent.id}`, { method: 'PATCH', body: { model } });
    await queryClient.invalidateQueries({ queryKey: ['agents'] });
    done(t('saved'));
  });
  const problem = (path: string) => form.errors[`model.${path}`] ?? form.errors[path];

  return (
    <Paper withBorder p="lg" component="section" aria-label={t('which')}>
      <form onSubmit={save}>
        <Stack>
          <Title order={2}>{t('which')}</Title>
          {!mayWrite && <Text size="sm">{tFrame('mayNot')}</Text>}
          {error !== null && Object.keys(form.errors).length === 0 && <ErrorState error={error} />}
          <NativeSelect
            {...form.getInputProps('provider')}
            label={t('provider')}
            data={PROVIDERS.map((name) => ({ value: name, label: t(`provider-${name}`) }))}
            disabled={!mayWrite}
          />
          {provider === 'builtin' ? (
            <BuiltinExplained />
          ) : (
            <RemoteFields form={form} provider={provider} problem={problem} disabled={!mayWrite} />
          )}
          {result && (
            <Alert
              role="status"
              color={result.ok ? 'green' : 'red'}
              variant="light"
              title={t(result.ok ? 'works' : 'worksNot')}
            >
              {result.ok ? t('answered', { ms: result.ms, reply: result.reply }) : result.message}
            </Alert>
          )}
          <Group>
            <Button type="submit" loading={isSending} disabled={!mayWrite}>
              {t('save')}
            </Button>
            <Button variant="default" loading={isSending} disabled={!mayWrite} onClick={() => test()}>
              {t('test')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

async function readSecretNames(): Promise<string[]> {
  const { items } = await callApi<PageOf<Secret>>('/v1/secrets', { query: { limit: 100 } });
  return items.map(({ name }) => name);
}
