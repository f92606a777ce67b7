import { Box, Button, Code, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentitySecret } from '../../contract/widget/identity.ts';
import { callApi } from '../app/call-api.ts';
import type { PageOf } from '../app/page-of.ts';
import { useMay } from '../app/session.ts';
import { useConfirm } from '../ui/asking/use-confirm.ts';
import { ShownOnce } from '../ui/shown-once.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { useReport } from '../ui/telling/use-report.ts';
import { useFormat } from '../ui/use-format.ts';

const MOST = 2;

/** What the shop's own server signs with who a visitor is. Two at most, so that one can be replaced without a gap. */
export function IdentitySecrets({ agentId }: { agentId: string }) {
  const { t } = useTranslation('widget');
  const mayWrite = useMay()('secrets:write');
  const queryClient = useQueryClient();
  const { tryTo } = useReport();
  const { day } = useFormat();
  const confirm = useConfirm();
  const [value, setValue] = useState<string | null>(null);
  const path = `/v1/agents/${agentId}/identity-secrets`;
  const queryKey = ['identity-secrets', agentId];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => callApi<PageOf<IdentitySecret>>(path, { signal }),
  });
  const make = () =>
    tryTo(async () => {
      setValue((await callApi<{ value: string }>(path, { method: 'POST' })).value);
      await queryClient.invalidateQueries({ queryKey });
    });
  const remove = (id: string) =>
    tryTo(async () => {
      await callApi(`${path}/${id}`, { method: 'DELETE' });
      await queryClient.invalidateQueries({ queryKey });
    });
  const secrets = data?.items ?? [];
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('identity')}>
      <Stack gap="sm">
        <Title order={2}>{t('identity')}</Title>
        <Text size="sm">{t('identityHint')}</Text>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!error && !data && <Skeleton height={36} />}
        {value !== null && <ShownOnce hint={t('identityOnce')} value={value} onDone={() => setValue(null)} />}
        {secrets.length > 0 && (
          <Box component="ul" className="plain-list" m={0} p={0}>
            {secrets.map(({ id, last4, createdAt }) => (
              <Group key={id} component="li" className="list-row" py="xs" justify="space-between">
                <Text size="sm">{t('identityOne', { last4, day: day(createdAt) })}</Text>
                <Button
                  size="xs"
                  variant="subtle"
                  color="red"
                  disabled={!mayWrite}
                  aria-label={t('identityDeleteOne', { last4 })}
                  onClick={() =>
                    confirm({
                      title: t('identityDeleteTitle'),
                      text: t('identityDeleteText'),
                      verb: t('identityDelete'),
                      onConfirm: () => remove(id),
                    })
                  }
                >
                  {t('identityDelete')}
                </Button>
              </Group>
            ))}
          </Box>
        )}
        <Group>
          <Button variant="default" disabled={!mayWrite || secrets.length >= MOST} onClick={make}>
            {t(secrets.length === 0 ? 'identityMake' : 'identityRotate')}
          </Button>
          {secrets.length >= MOST && (
            <Text size="sm" c="dimmed">
              {t('identityMost')}
            </Text>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t('identityDocs')} <Code>docs/guide/visitor-identity.md</Code>
        </Text>
      </Stack>
    </Paper>
  );
}
