import { Button, Code, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { callApi } from '../app/call-api.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { Entrance } from '../ui/entrance.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';

/** The first start only: the owner's account, and the name of the shop. */
export function SetupPage() {
  const { t } = useTranslation('setup');
  const { code = '' } = useSearch({ strict: false }) as { code?: string };
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { form, submit, isSending, error } = useApiForm({
    initialValues: { code, name: '', email: '', password: '', workspaceName: '' },
  });
  const start = submit(async (values) => {
    await callApi('/v1/setup', { method: 'POST', body: values });
    queryClient.clear();
    await navigate({ to: '/' });
  });
  return (
    <Entrance title={t('title')} hint={t('hint')}>
      <form onSubmit={start}>
        <Stack>
          {error !== null && <ErrorState error={error} />}
          <TextInput
            {...form.getInputProps('code')}
            label={t('code')}
            description={<Trans t={t} i18nKey="codeHint" components={{ code: <Code /> }} />}
            autoComplete="one-time-code"
            required
            autoFocus={code === ''}
          />
          <TextInput
            {...form.getInputProps('name')}
            label={t('name')}
            autoComplete="name"
            required
            autoFocus={code !== ''}
          />
          <TextInput
            {...form.getInputProps('email')}
            label={t('email')}
            type="email"
            autoComplete="username"
            required
          />
          <PasswordField
            {...form.getInputProps('password')}
            label={t('password')}
            description={t('passwordHint')}
            autoComplete="new-password"
            required
          />
          <TextInput
            {...form.getInputProps('workspaceName')}
            label={t('workspaceName')}
            description={t('workspaceHint')}
            autoComplete="organization"
            required
          />
          <Button type="submit" loading={isSending}>
            {t('start')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
