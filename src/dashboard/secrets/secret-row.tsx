import { Box, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Secret } from '../../contract/secret.ts';
import { callApi } from '../app/call-api.ts';
import { useConfirm } from '../ui/asking/use-confirm.ts';
import { useReport } from '../ui/telling/use-report.ts';
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
  const { tryTo, done } = useReport();
  const confirm = useConfirm();
  const remove = () =>
    tryTo(async () => {
      await callApi(`/v1/secrets/${encodeURIComponent(name)}`, { method: 'DELETE' });
      await onGone();
      done(t('deleted', { name }));
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
            onClick={() =>
              confirm({
                title: t('deleteTitle', { name }),
                text: t('deleteText'),
                verb: t('delete'),
                onConfirm: remove,
              })
            }
          >
            {t('delete')}
          </Button>
        </Group>
      </Group>
    </Box>
  );
}
