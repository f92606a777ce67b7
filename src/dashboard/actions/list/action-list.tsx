import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ListedAction } from '../../../contract/actions/activity.ts';
import { PagedList } from '../../ui/paged-list.tsx';
import { ActionRow } from './action-row.tsx';

/** The actions in use or, when asked for, those in the archive. */
export function ActionList({ agentId }: { agentId: string }) {
  const { t } = useTranslation('actions');
  const { search, archived } = useSearch({ strict: false });
  const empty = search ? t('noMatch', { search }) : archived ? t('noArchived') : t('none');
  return (
    <>
      <PagedList<ListedAction>
        queryKey={['actions', agentId]}
        path={`/v1/agents/${agentId}/actions`}
        query={{ search, archived: archived ? 'true' : undefined }}
        empty={
          <Text size="sm" c="dimmed" p="xs">
            {empty}
          </Text>
        }
      >
        {(items) => (
          <Stack component="ul" gap={2} m={0} p={0} className="plain-list">
            {items.map((action) => (
              <li key={action.id}>
                <ActionRow action={action} />
              </li>
            ))}
          </Stack>
        )}
      </PagedList>
      <Anchor
        component={Link}
        to="."
        search={{ search, archived: archived ? undefined : true } as never}
        size="sm"
        mt="md"
        display="inline-block"
        p="xs"
      >
        {archived ? t('showLive') : t('showArchived')}
      </Anchor>
    </>
  );
}
