import { Badge, Box, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../contract/operation/webhook.ts';
import { callApi } from '../../app/call-api.ts';
import { PagedList } from '../../ui/paged-list.tsx';
import { useReport } from '../../ui/telling/use-report.ts';
import { useFormat } from '../../ui/use-format.ts';

const COLORS = { delivered: 'green', failed: 'red', pending: 'amber', disabled: 'gray' };
const REFRESH_MS = 3_000;

/** What was sent, the newest first; read again while one looks at it, for what is still on its way. */
export function DeliveryList({ webhookId, mayWrite }: { webhookId: string; mayWrite: boolean }) {
  const { t } = useTranslation('webhooks');
  const queryClient = useQueryClient();
  const queryKey = ['deliveries', webhookId];
  useEffect(() => {
    const timer = setInterval(
      () => void queryClient.invalidateQueries({ queryKey: ['deliveries', webhookId] }),
      REFRESH_MS,
    );
    return () => clearInterval(timer);
  }, [queryClient, webhookId]);
  return (
    <PagedList<Delivery>
      queryKey={queryKey}
      path={`/v1/webhooks/${webhookId}/deliveries`}
      empty={
        <Text size="sm" c="dimmed">
          {t('noDeliveries')}
        </Text>
      }
    >
      {(deliveries) => (
        <Box component="ul" className="plain-list" m={0} p={0}>
          {deliveries.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              mayWrite={mayWrite}
              onSent={() => queryClient.invalidateQueries({ queryKey })}
            />
          ))}
        </Box>
      )}
    </PagedList>
  );
}

interface DeliveryRowProps {
  delivery: Delivery;
  mayWrite: boolean;
  onSent: () => Promise<unknown>;
}

function DeliveryRow({ delivery, mayWrite, onSent }: DeliveryRowProps) {
  const { t } = useTranslation('webhooks');
  const { moment } = useFormat();
  const { tryTo } = useReport();
  const { id, webhookId, type, state, createdAt, nextAttemptAt, attempts, payload } = delivery;
  const last = attempts.at(-1);
  const again = () =>
    tryTo(async () => {
      await callApi(`/v1/webhooks/${webhookId}/deliveries/${id}/redeliver`, { method: 'POST' });
      await onSent();
    });
  return (
    <Box component="li" className="list-row" py="sm">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2} flex={1} miw={200}>
          <Group gap="xs">
            <Badge color={COLORS[state]} variant="light">
              {t(state)}
            </Badge>
            <Text size="sm" fw={500}>
              {type}
            </Text>
            <Text size="sm" c="dimmed">
              {moment(createdAt)}
            </Text>
          </Group>
          {last && (
            <Text size="sm" c="dimmed">
              {t('attempt', { count: attempts.length, ms: last.ms, status: last.status ?? '–' })}
              {last.error ? `: ${last.error}` : ''}
            </Text>
          )}
          {nextAttemptAt && attempts.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('next', { when: moment(nextAttemptAt) })}
            </Text>
          )}
          <details>
            <summary>{t('details')}</summary>
            <Code block className="wrapped" mt={4}>
              {payload ? JSON.stringify(payload, null, 2) : t('notKept')}
              {last?.response ? `\n\n${t('answer')}\n${last.response}` : ''}
            </Code>
          </details>
        </Stack>
        <Button size="xs" variant="default" disabled={!mayWrite || state === 'pending'} onClick={again}>
          {t('again')}
        </Button>
      </Group>
    </Box>
  );
}
