import { Button, Group, Paper, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { callApi } from '../app/call-api.ts';
import { useMe } from '../app/session.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { Page } from '../ui/page.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { useReport } from '../ui/telling/use-report.ts';

export default function AccountPage() {
  const { t } = useTranslation('account');
  const { user } = useMe();
  const { done } = useReport();
  const { form, submit, isSending, error } = useApiForm({ initialValues: { current: '', password: '' } });
  const change = submit(async (body) => {
    await callApi('/v1/me/password', { method: 'POST', body });
    form.reset();
    done(t('changed'));
  });
  return (
    <Page title={t('title')} maxWidth={620}>
      <Stack gap="lg">
        <Paper withBorder p="lg">
          <Stack>
            <TextInput label={t('name')} value={user.name} readOnly />
            <TextInput label={t('email')} value={user.email} readOnly />
          </Stack>
        </Paper>
        <Paper withBorder p="lg">
          <form onSubmit={change}>
            <Stack>
              {error !== null && <ErrorState error={error} />}
              <input type="email" autoComplete="username" value={user.email} readOnly hidden />
              <PasswordField
                {...form.getInputProps('current')}
                label={t('current')}
                autoComplete="current-password"
                required
              />
              <PasswordField
                {...form.getInputProps('password')}
                label={t('new')}
                description={t('rule')}
                autoComplete="new-password"
                required
              />
              <Group>
                <Button type="submit" loading={isSending}>
                  {t('change')}
                </Button>
              </Group>
            </Stack>
          </form>
        </Paper>
      </Stack>
    </Page>
  );
}
