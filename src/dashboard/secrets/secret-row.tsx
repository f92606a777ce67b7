import { Box, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Secret } from '../../contract/secret.ts';
import { ReplaceDialog } from '../ui/asking/replace-dialog.tsx';
import { useRemoval } from '../ui/asking/use-removal.ts';
import { useFormat } from '../ui/use-format.ts';
import { UsedBy } from '../ui/used-by.tsx';

interface SecretRowProps {
  secret: Secret;
  mayWrite: boolean;
  onEdit: () => void;
  onGone: () => Promise<unknown>;
}

export function SecretRow({ secret, mayWrite, onEdit, onGone }: SecretRowProps) {
  const { t } = useTranslation('secrets');
  const { name, hosts, last4, usedBy, updatedAt } = secret;
  const { day } = useFormat();
  const removal = useRemoval({
    path: `/v1/secrets/${encodeURIComponent(name)}`,
    isUsed: usedBy.length > 0,
    question: { title: t('deleteTitle', { name }), text: t('deleteText'), verb: t('delete') },
    refresh: onGone,
    removed: t('deleted', { name }),
  });
  return (
    <Box component="li" className="list-row" p="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex={1} miw={200}>
          <Group gap="xs">
            <Code fz="sm">{name}</Code>
            <Text size="sm" c="dimmed">
              {last4 === '' ? t('hidden') : t('endsIn', { last4 })}
            </Text>
          </Group>
          <Text size="sm">{t('hostList', { hosts: hosts.join(', ') })}</Text>
          <UsedBy uses={usedBy} />
          <Text size="xs" c="dimmed">
            {t('changedOn', { day: day(updatedAt) })}
          </Text>
        </Stack>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            disabled={!mayWrite}
            onClick={onEdit}
            aria-label={t('changeOne', { name })}
          >
            {t('change')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="red"
            disabled={!mayWrite}
            aria-label={t('deleteOne', { name })}
            onClick={removal.ask}
          >
            {t('delete')}
          </Button>
        </Group>
      </Group>
      {removal.isReplacing && (
        <ReplaceDialog<Secret>
          {...{ name, path: '/v1/secrets', itemKey: name, uses: usedBy, verb: t('replaceAndDelete') }}
          toChoice={(other) =>
            other.name === name
              ? null
              : {
                  value: other.name,
                  name: other.name,
                  label: `${other.name} (${t('hostList', { hosts: other.hosts.join(', ') })})`,
                }
          }
          onClose={removal.stop}
        />
      )}
    </Box>
  );
}
