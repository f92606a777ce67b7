import { Button, Group, NativeSelect, Paper, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../contract/accounts/permissions.ts';
import type { MadeInvitation } from '../../../contract/accounts/person.ts';
import { callApi } from '../../app/call-api.ts';
import { useApiForm } from '../../app/use-api-form.ts';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { useReport } from '../../ui/telling/use-report.ts';
import { useRoles } from './use-roles.ts';

export function InviteForm() {
  const { t } = useTranslation('members');
  const queryClient = useQueryClient();
  const { done } = useReport();
  const roles = useRoles();
  const { form, submit, isSending, error } = useApiForm({
    initialValues: { email: '', role: 'member' as Role },
  });
  /** Made, but its mail was not sent. */
  const [unsent, setUnsent] = useState<MadeInvitation | null>(null);
  const invite = submit(async (values) => {
    const made = await callApi<MadeInvitation>('/v1/invitations', { method: 'POST', body: values });
    await queryClient.invalidateQueries({ queryKey: ['invitations'] });
    setUnsent(made.unsent && made);
    if (!made.unsent) done(t('invited', { email: values.email }));
    form.reset();
  });
  return (
    <Paper withBorder p="md">
      <Stack>
        <form onSubmit={invite}>
          {error !== null && <ErrorState error={error} />}
          <Group align="flex-end">
            <TextInput
              {...form.getInputProps('email')}
              label={t('email')}
              type="email"
              required
              flex={1}
              miw={200}
            />
            <NativeSelect {...form.getInputProps('role')} label={t('role')} data={roles} />
            <Button type="submit" loading={isSending}>
              {t('invite')}
            </Button>
          </Group>
        </form>
        {unsent?.unsent && (
          <ShownOnce
            hint={t('notSent', { email: unsent.email, problem: unsent.unsent.problem })}
            value={unsent.unsent.link}
            onDone={() => setUnsent(null)}
          />
        )}
      </Stack>
    </Paper>
  );
}
