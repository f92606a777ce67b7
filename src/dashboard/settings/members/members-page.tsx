import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { Page } from '../../ui/page.tsx';
import { Invitations } from './invitations.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberTable } from './member-table.tsx';

export default function MembersPage() {
  const { t } = useTranslation('members');
  const mayWrite = useMay()('members:write');
  return (
    <Page title={t('title')} hint={t('hint')}>
      <Stack gap="lg">
        {mayWrite && <InviteForm />}
        <MemberTable />
        <Stack gap="xs">
          <Title order={2}>{t('invitations')}</Title>
          <Invitations />
        </Stack>
      </Stack>
    </Page>
  );
}
