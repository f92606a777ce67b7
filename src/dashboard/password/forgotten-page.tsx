import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../app/call-api.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { Entrance } from '../ui/entrance.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';

export function ForgottenPage() {
  const { t } = useTranslation('password');
  const [isSent, setSent] = useState(false);
  const { form, submit, isSending, error } = useApiForm({ initialValues: { email: '' } });
  const send = submit(async (values) => {
    await callApi('/v1/password/forgotten', { method: 'POST', body: values });
    setSent(true);
  });
  return (
    <Entrance title={t('forgottenTitle')} hint={t('forgottenHint')}>
      {isSent ? (
        <Alert role="status" color="green" variant="light">
          {t('sent')}
        </Alert>
      ) : (
        <form onSubmit={send}>
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
            <Button type="submit" loading={isSending}>
              {t('send')}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor component={Link} to="/sign-in" size="sm">
        {t('toSignIn')}
      </Anchor>
    </Entrance>
  );
}
