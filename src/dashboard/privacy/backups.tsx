import { Alert, Badge, Box, Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BACKUP_DAYS } from '../../contract/limits.ts';
import type { Backup } from '../../contract/privacy/backup.ts';
import { callApi } from '../app/call-api.ts';
import { useMay } from '../app/session.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { useReport } from '../ui/telling/use-report.ts';
import { useFormat } from '../ui/use-format.ts';

const REFRESH_MS = 2_000;
const DAY_MS = 86_400_000;
const COLORS = { running: 'amber', done: 'green', failed: 'red' };
const QUERY_KEY = ['backups'];

/** The backups of this installation, and one more on demand. */
export function Backups() {
  const { t } = useTranslation('privacy');
  const mayWrite = useMay()('backups:write');
  const queryClient = useQueryClient();
  const { report } = useReport();
  const refresh = () => queryClient.invalidateQueries({ queryKey: QUERY_KEY });
  const start = useMutation({
    mutationFn: () => callApi<Backup>('/v1/backups', { method: 'POST' }),
    onSuccess: refresh,
    onError: report,
  });
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('backups')}>
      <Stack>
        <Group justify="space-between">
          <Title order={2}>{t('backups')}</Title>
          <Button
            variant="default"
            disabled={!mayWrite}
            loading={start.isPending}
            onClick={() => start.mutate()}
          >
            {t('backUp')}
          </Button>
        </Group>
        <Text size="sm">{t('backupHint')}</Text>
        <PagedList<Backup>
          queryKey={QUERY_KEY}
          path="/v1/backups"
          empty={
            <Text size="sm" c="dimmed">
              {t('noBackups')}
            </Text>
          }
        >
          {(backups) => <BackupList backups={backups} onTime={refresh} />}
        </PagedList>
      </Stack>
    </Paper>
  );
}

function BackupList({ backups, onTime }: { backups: Backup[]; onTime: () => unknown }) {
  const { t, i18n } = useTranslation('privacy');
  const { moment, day } = useFormat();
  const isRunning = backups.some(({ state }) => state === 'running');
  // biome-ignore lint/correctness/useExhaustiveDependencies: while one runs, until it does not
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(onTime, REFRESH_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  const size = new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });
  const newest = backups.find(({ state }) => state === 'done');
  const isTooOld = newest && Date.now() - new Date(newest.startedAt).getTime() > BACKUP_DAYS * DAY_MS;
  return (
    <>
      {isTooOld && (
        <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />}>
          {t('tooOld', { day: day(newest.startedAt) })}
        </Alert>
      )}
      <Box component="ul" className="plain-list" m={0} p={0}>
        {backups.map(({ id, file, state, bytes, problem, startedAt }) => (
          <Stack key={id} component="li" className="list-row" py="sm" gap={4}>
            <Group gap="xs">
              <Badge variant="light" color={COLORS[state]}>
                {t(state)}
              </Badge>
              <Text size="sm">{moment(startedAt)}</Text>
              {bytes !== null && (
                <Text size="sm" c="dimmed">
                  {size.format(bytes / 1_000_000)}
                </Text>
              )}
            </Group>
            <Group>
              <Code>{file}</Code>
            </Group>
            {problem && (
              <Text size="sm" c="red">
                {problem}
              </Text>
            )}
          </Stack>
        ))}
      </Box>
    </>
  );
}
