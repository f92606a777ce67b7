import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.ts';
import { Page } from '../ui/page.tsx';
import { Backups } from './backups.tsx';
import { PersonData } from './person-data.tsx';
import { Retention } from './retention.tsx';

export function PrivacyPage() {
  const { t } = useTranslation('privacy');
  const may = useMay();
  return (
    <Page title={t('title')} hint={t('hint')} maxWidth={760}>
      <Stack gap="lg">
        <Retention />
        {may('people:read') && <PersonData />}
        {may('backups:read') && <Backups />}
      </Stack>
    </Page>
  );
}
