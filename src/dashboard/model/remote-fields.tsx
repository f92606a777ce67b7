import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RemoteModel } from '../../contract/model.ts';
import type { Secret } from '../../contract/secret.ts';
import { callApi } from '../app/call-api.ts';
import type { PageOf } from '../app/page-of.ts';
import { useMay } from '../app/session.ts';
import { PasswordField } from '../ui/password-field.tsx';
import { hostOf, type ModelValues, REMOTE } from './providers.ts';

interface RemoteFieldsProps {
  form: UseFormReturnType<ModelValues>;
  provider: RemoteModel['provider'];
  problem(path: string): ReactNode;
  disabled: boolean;
}

/** Of a model that is somewhere else: its name, its key, its address, and who answers when it does not. */
export function RemoteFields({ form, provider, problem, disabled }: RemoteFieldsProps) {
  const { t } = useTranslation('model');
  const maySecrets = useMay()('secrets:read');
  const { data } = useQuery({
    queryKey: ['secrets', 'names'],
    queryFn: ({ signal }) => callApi<PageOf<Secret>>('/v1/secrets', { query: { limit: 100 }, signal }),
    enabled: maySecrets,
  });
  const { secret, fallback } = form.values;
  const names = new Set([...(data?.items ?? []).map(({ name }) => name), ...(secret ? [secret] : [])]);
  return (
    <>
      <TextInput
        {...form.getInputProps('model')}
        label={t('model')}
        description={t('modelHint', { example: REMOTE[provider].model })}
        error={problem('model')}
        required
        disabled={disabled}
      />
      <TextInput
        {...form.getInputProps('baseUrl')}
        label={t('baseUrl')}
        description={t(provider === 'openai-compatible' ? 'baseUrlNeeded' : 'baseUrlHint')}
        placeholder="https://llm.example.com/v1"
        inputMode="url"
        error={problem('baseUrl')}
        disabled={disabled}
      />
      <NativeSelect
        {...form.getInputProps('secret')}
        label={t('secret')}
        data={[
          { value: '', label: t('noSecret') },
          ...[...names].map((name) => ({ value: name, label: name })),
        ]}
        error={problem('secret')}
        disabled={disabled}
      />
      <PasswordField
        {...form.getInputProps('key')}
        label={t('key')}
        description={t('keyHint', { host: hostOf(form.values) || t('yourServer') })}
        error={form.errors.value ?? form.errors['hosts.0']}
        autoComplete="off"
        disabled={disabled}
      />
      <NativeSelect
        {...form.getInputProps('fallback')}
        label={t('fallback')}
        description={t('fallbackHint')}
        data={[
          { value: 'builtin', label: t('provider-builtin') },
          { value: 'none', label: t('fallbackNone') },
          ...(fallback === 'kept' ? [{ value: 'kept', label: t('fallbackKept') }] : []),
        ]}
        disabled={disabled}
      />
    </>
  );
}
