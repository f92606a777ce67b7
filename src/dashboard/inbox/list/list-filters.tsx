import { ActionIcon, Group, Indicator, Popover, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Filter, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type InboxSearch, useInboxAddress } from '../inbox-address.ts';

const WAIT_MS = 250;

export function ListFilters() {
  const { t } = useTranslation('inbox');
  const { search, filter } = useInboxAddress();
  const [words, setWords] = useState(search.q ?? '');
  const searchFor = useDebouncedCallback((q: string) => filter({ q }), WAIT_MS);
  // The address can change without us: a link, the way back, or “Clear the filters”.
  useEffect(() => setWords(search.q ?? ''), [search.q]);
  const isFiltered = search.channel !== undefined || search.autoReply !== undefined;
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        flex={1}
        size="xs"
        type="search"
        leftSection={<Search size={14} aria-hidden />}
        aria-label={t('search')}
        placeholder={t('searchHint')}
        value={words}
        onChange={({ currentTarget: { value } }) => {
          setWords(value);
          searchFor(value);
        }}
      />
      <Popover position="bottom-end" width={240} trapFocus withinPortal>
        <Indicator disabled={!isFiltered} size={8} offset={4}>
          <Popover.Target>
            <ActionIcon variant="default" size={30} aria-label={t(isFiltered ? 'filtersOn' : 'filters')}>
              <Filter size={15} />
            </ActionIcon>
          </Popover.Target>
        </Indicator>
        <Popover.Dropdown aria-label={t('filters')}>
          <Stack gap="sm">
            <Select
              label={t('autoReply')}
              size="xs"
              value={search.autoReply ?? ''}
              onChange={(value) => filter({ autoReply: (value || undefined) as InboxSearch['autoReply'] })}
              data={[
                { value: '', label: t('any') },
                { value: 'on', label: t('autoReplyOn') },
                { value: 'muted', label: t('autoReplyMuted') },
              ]}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
            />
            <Select
              label={t('channel')}
              size="xs"
              value={search.channel ?? ''}
              onChange={(value) => filter({ channel: (value || undefined) as InboxSearch['channel'] })}
              data={[
                { value: '', label: t('any') },
                { value: 'widget', label: t('channelWidget') },
              ]}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
            />
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}
