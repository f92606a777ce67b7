import { Box, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reference } from '../../../contract/actions/reference.ts';
import { PagedList } from '../../ui/paged-list.tsx';

/** What uses the action, and who waits for it. */
export function UsesTab({ actionId }: { actionId: string }) {
  const { t } = useTranslation('actionEditor');
  return (
    <Box p="lg">
      <PagedList<Reference>
        queryKey={['references', 'action', actionId]}
        path={`/v1/actions/${actionId}/references`}
        empty={<Text c="dimmed">{t('usesNone')}</Text>}
      >
        {(items) => (
          <List>
            {items.map(({ type, id, name }) => (
              <List.Item key={`${type}:${id}`}>{t(`uses_${type}`, { name })}</List.Item>
            ))}
          </List>
        )}
      </PagedList>
    </Box>
  );
}
