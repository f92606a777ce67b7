import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../ui/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';

export function NotFound() {
  const { t } = useTranslation();
  useTitle(t('notFound'));
  return (
    <EmptyState icon={SearchX} title={t('notFound')} hint={t('notFoundHint')}>
      <Button component={Link} to="/" variant="default">
        {t('toHome')}
      </Button>
    </EmptyState>
  );
}
