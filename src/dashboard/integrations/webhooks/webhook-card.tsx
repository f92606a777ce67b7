import { Alert, Badge, Button, Group, Paper, Stack, Switch, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../../contract/operation/webhook.ts';
import { callApi } from '../../app/call-api.ts';
import { useConfirm } from '../../ui/asking/use-confirm.ts';
import { useReport } from '../../ui/telling/use-report.ts';
import { DeliveryList } from './delivery-list.tsx';

interface WebhookCardProps {
  webhook: Webhook;
  mayWrite: boolean;
  onEdit: () => void;
  onChanged: () => Promise<unknown>;
  onSecret: (secret: string) => void;
}

export function WebhookCard({ webhook, mayWrite, onEdit, onChanged, onSecret }: WebhookCardProps) {
  const { t } = useTranslation('webhooks');
  const { id, url, events, enabled, disabledReason } = webhook;
  const queryClient = useQueryClient();
  const { tryTo, done } = useReport();
  const confirm = useConfirm();
  const [showsLog, setShowsLog] = useState(false);
  const path = `/v1/webhooks/${id}`;

  const turn = (isOn: boolean) =>
    tryTo(async () => {
      await callApi(path, { method: 'PATCH', body: { enabled: isOn } });
      await onChanged();
    });
  const sendTest = () =>
    tryTo(async () => {
      await callApi(`${path}/test`, { method: 'POST' });
      await queryClient.invalidateQueries({ queryKey: ['deliveries', id] });
      setShowsLog(true);
    });
  const rotate = () =>
    tryTo(async () => {
      await callApi(`${path}/rotate-secret`, { method: 'POST' });
      onSecret((await callApi<{ secret: string }>(`${path}/secret`)).secret);
      await onChanged();
    });
  const remove = () =>
    tryTo(async () => {
      await callApi(path, { method: 'DELETE' });
      await onChanged();
      done(t('deleted'));
    });
  return (
    <Paper withBorder p="md" component="section" aria-label={url}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={6} flex={1} miw={220}>
            <Text fw={600}>{url}</Text>
            <Group gap={6}>
              {events.map((event) => (
                <Badge key={event} variant="light" tt="none">
                  {event}
                </Badge>
              ))}
            </Group>
          </Stack>
          <Switch
            label={t('on')}
            checked={enabled}
            disabled={!mayWrite}
            onChange={(event) => turn(event.currentTarget.checked)}
          />
        </Group>
        {disabledReason && (
          <Alert color="red" variant="light" title={t('turnedOff')}>
            {disabledReason}
          </Alert>
        )}
        <Group gap="xs">
          <Button size="xs" variant="default" aria-expanded={showsLog} onClick={() => setShowsLog(!showsLog)}>
            {t(showsLog ? 'hideLog' : 'showLog')}
          </Button>
          <Button size="xs" variant="default" disabled={!mayWrite || !enabled} onClick={sendTest}>
            {t('sendTest')}
          </Button>
          <Button size="xs" variant="default" disabled={!mayWrite} onClick={onEdit}>
            {t('change')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={!mayWrite}
            onClick={() =>
              confirm({
                title: t('rotateTitle'),
                text: t('rotateText'),
                verb: t('rotate'),
                onConfirm: rotate,
              })
            }
          >
            {t('rotate')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="red"
            disabled={!mayWrite}
            onClick={() =>
              confirm({
                title: t('deleteTitle'),
                text: t('deleteText'),
                verb: t('delete'),
                onConfirm: remove,
              })
            }
          >
            {t('delete')}
          </Button>
        </Group>
        {showsLog && <DeliveryList webhookId={id} mayWrite={mayWrite && enabled} />}
      </Stack>
    </Paper>
  );
}
