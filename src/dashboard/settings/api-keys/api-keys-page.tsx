import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { KeyTable } from './key-table.tsx';
import { NewKey } from './new-key.tsx';

export default function ApiKeysPage() {
  const { t } = useTranslation('keys');
  const mayWrite = useMay()('keys:write');
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <Page
      title={t('title')}
      hint={t('hint')}
      actions={mayWrite ? <Button onClick={open}>{t('make')}</Button> : undefined}
    >
      <KeyTable empty={<EmptyState icon={KeyRound} title={t('none')} hint={t('noneHint')} />} />
      {isOpen && <NewKey onClose={close} />}
    </Page>
  );
}
