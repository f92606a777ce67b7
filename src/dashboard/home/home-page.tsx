import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session.ts';
import { Page } from '../ui/page.tsx';

export function HomePage() {
  const { t } = useTranslation('home');
  const { user } = useMe();
  return (
    <Page title={t('hello', { name: user.name.split(' ')[0] })}>
      <p>{t('getStarted')}</p>
    </Page>
  );
}
