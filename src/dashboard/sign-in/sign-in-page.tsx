import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { callApi } from '../app/call-api.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { Entrance } from '../ui/entrance.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';

export function SignInPage() {
  const { t } = useTranslation('sign-in');
  const { to } = useSearch({ strict: false }) as { to?: string };
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { form, submit, isSending, error } = useApiForm({ initialValues: { email: '', password: '' } });
  const signIn = submit(async (values) => {
    await callApi('/v1/sign-in', { method: 'POST', body: values });
    queryClient.clear();
    await navigate({ to: isOwnPath(to) ? to : '/' });
  });
  return (
    <Entrance title={t('title')}>
      <form onSubmit={signIn}>
        <Stack>
          {error !== null && <ErrorState error={error} />}
          <TextInput
            {...form.getInputProps('email')}
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            autoFocus
          />
          <PasswordField
            {...form.getInputProps('password')}
            label={t('password')}
            autoComplete="current-password"
            required
          />
          <Button type="submit" loading={isSending}>
            {t('signIn')}
          </Button>
          <Anchor component={Link} to="/forgotten-password" size="sm">
            {t('forgotten')}
          </Anchor>
        </Stack>
      </form>
    </Entrance>
  );
}

/** A link made by somebody else must not lead out of here. */
function isOwnPath(to: string | undefined): to is string {
  return to !== undefined && /^\/(?![/\\])/.test(to);
}
