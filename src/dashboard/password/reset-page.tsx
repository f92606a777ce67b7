import { Anchor, Button, Stack } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { callApi } from '../app/call-api.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { Entrance } from '../ui/entrance.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { useReport } from '../ui/telling/use-report.ts';

/** Where the link of the mail leads. */
export function ResetPage() {
  const { t } = useTranslation('password');
  const { token = '' } = useSearch({ strict: false }) as { token?: string };
  const navigate = useNavigate();
  const { done } = useReport();
  const { form, submit, isSending, error } = useApiForm({ initialValues: { password: '' } });
  const save = submit(async ({ password }) => {
    await callApi('/v1/password/reset', { method: 'POST', body: { token, password } });
    done(t('saved'));
    await navigate({ to: '/sign-in' });
  });
  return (
    <Entrance title={t('resetTitle')}>
      <form onSubmit={save}>
        <Stack>
          {error !== null && <ErrorState error={error} />}
          <PasswordField
            {...form.getInputProps('password')}
            label={t('new')}
            description={t('rule')}
            autoComplete="new-password"
            required
            autoFocus
          />
          <Button type="submit" loading={isSending}>
            {t('save')}
          </Button>
          <Anchor component={Link} to="/forgotten-password" size="sm">
            {t('newLink')}
          </Anchor>
        </Stack>
      </form>
    </Entrance>
  );
}
