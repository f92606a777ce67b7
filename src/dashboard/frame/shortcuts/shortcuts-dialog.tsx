import { Group, Kbd, Modal, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { areSingleKeysOn, switchSingleKeys } from '../../app/single-keys.ts';
import { features } from '../../features.ts';
import { usePaletteKey } from './use-palette-key.ts';

/** What every key does, and the switch for those that are single letters. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const [isOn, setOn] = useState(areSingleKeysOn);
  const single = [
    { keys: ['?'], label: t('shortcuts') },
    { keys: ['J'], label: t('nextRow') },
    { keys: ['K'], label: t('rowBefore') },
    ...features.flatMap(({ nav = [] }) =>
      nav
        .filter(({ key, needs }) => key && may(needs))
        .map(({ key = '', label }) => ({ keys: ['G', key.toUpperCase()], label: t(label) })),
    ),
    ...features.flatMap(({ keys = [] }) => keys.map((entry) => ({ ...entry, label: t(entry.label) }))),
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shortcuts')}
      closeButtonProps={{ 'aria-label': t('close') }}
      size="sm"
    >
      <Stack component="ul" gap={0} m={0} p={0} className="plain-list">
        <Row keys={[usePaletteKey()]} label={t('search')} />
        {isOn && single.map((entry) => <Row key={entry.keys.join(' ')} {...entry} />)}
      </Stack>
      <Switch
        mt="lg"
        checked={isOn}
        onChange={({ currentTarget: { checked } }) => {
          switchSingleKeys(checked);
          setOn(checked);
        }}
        label={t('singleKeys')}
        description={t('singleKeysHint')}
      />
    </Modal>
  );
}

function Row({ keys, label }: { keys: string[]; label: string }) {
  return (
    <Group component="li" className="list-row" justify="space-between" wrap="nowrap" py={6}>
      <Text size="sm">{label}</Text>
      <Group gap={4} wrap="nowrap">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </Group>
    </Group>
  );
}
