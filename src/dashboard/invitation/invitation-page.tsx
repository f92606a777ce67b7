import { Button, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OpenInvitation } from '../../contract/accounts/person.ts';
import { callApi } from '../app/call-api.ts';
import { useApiForm } from '../app/use-api-form.ts';
import { Entrance } from '../ui/entrance.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { PageLoading } from '../ui/states/page-loading.tsx';

/** Where the link of an invitation leads. */
export function InvitationPage() {
  const { t } = useTranslation('invitation');
  const { token = '' } = useParams({ strict: false }) as { token?: string };
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => callApi<OpenInvitation>(`/v1/invitations/by-token/${token}`, { signal }),
  });
  if (error)
    return (
      <Entrance title={t('title')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Entrance>
    );
  return data ? <Accept token={token} invitation={data} /> : <PageLoading />;
}

function Accept({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const { t } = useTranslation('invitation');
  const { email, workspaceName, role, hasAccount } = invitation;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { form, submit, isSending, error } = useApiForm({ initialValues: { name: '', password: '' } });
  const accept = submit(async ({ name, password }) => {
    await callApi('/v1/invitations/accept', {
      method: 'POST',
      body: hasAccount ? { token, password } : { token, name, password },
    });
    queryClient.clear();
    await navigate({ to: '/' });
  });
  return (
    <Entrance title={t('join', { workspaceName })} hint={t('as', { email, role: t(role) })}>
      <form onSubmit={accept}>
        <Stack>
          {error !== null && <ErrorState error={error} />}
          {!hasAccount && (
            <TextInput
              {...form.getInputProps('name')}
              label={t('name')}
              autoComplete="name"
              required
              autoFocus
            />
          )}
          <PasswordField
            {...form.getInputProps('password')}
            label={t(hasAccount ? 'yourPassword' : 'newPassword')}
            description={hasAccount ? t('known') : t('rule')}
            autoComplete={hasAccount ? 'current-password' : 'new-password'}
            required
            autoFocus={hasAccount}
          />
          <Button type="submit" loading={isSending}>
            {t('accept')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
