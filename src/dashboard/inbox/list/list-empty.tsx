import { Button } from '@mantine/core';
import { Coffee, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { useInboxAddress } from '../inbox-address.ts';

export function ListEmpty({ agentCount }: { agentCount: number }) {
  const { t } = useTranslation('inbox');
  const { view, search, filter } = useInboxAddress();
  if (Object.keys(search).length > 0)
    return (
      <EmptyState icon={SearchX} title={t('filteredEmpty')} hint={t('filteredEmptyHint')}>
        <Button
          size="xs"
          variant="default"
          onClick={() => filter({ q: undefined, channel: undefined, autoReply: undefined })}
        >
          {t('clearFilters')}
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState
      icon={Coffee}
      title={t(`${view}Empty`)}
      hint={view === 'waiting' ? t('agentAnswering', { count: agentCount }) : t(`${view}EmptyHint`)}
    />
  );
}
