import { Box, NativeSelect, Stack, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../contract/call.ts';
import { PagedList } from '../../ui/paged-list.tsx';
import { CallItem } from './call-item.tsx';
import { callStates } from './call-states.ts';

/** What the action did, newest first; each call opens to all that is kept of it. */
export function CallsTab({ actionId }: { actionId: string }) {
  const { t } = useTranslation('actionCalls');
  const { call } = useSearch({ strict: false }) as { call?: string };
  const [state, setState] = useState('');
  return (
    <Box p="lg">
      <NativeSelect
        label={t('state')}
        w={200}
        mb="md"
        data={[{ value: '', label: t('all') }, ...callStates.map((value) => ({ value, label: t(value) }))]}
        value={state}
        onChange={(event) => setState(event.currentTarget.value)}
      />
      <PagedList<Call>
        queryKey={['calls', actionId]}
        path="/v1/calls"
        query={{ actionId, state }}
        empty={<Text c="dimmed">{state ? t('noneOfState') : t('none')}</Text>}
      >
        {(items) => (
          <Stack gap="xs">
            {items.map((item) => (
              <CallItem key={item.id} call={item} isOpen={item.id === call} />
            ))}
          </Stack>
        )}
      </PagedList>
    </Box>
  );
}
