import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { CircleCheck, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AuditCheck as Check } from '../../../contract/accounts/audit.ts';
import { callApi } from '../../app/call-api.ts';
import { useReport } from '../../ui/telling/use-report.ts';

/** Whether the log is what was written; on demand, because it reads all of it. */
export function AuditCheck() {
  const { t } = useTranslation('audit');
  const { report } = useReport();
  const check = useMutation({
    mutationFn: () => callApi<Check>('/v1/audit/check'),
    onError: report,
  });
  return (
    <Stack gap="sm" mb="md">
      <Group>
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {t('check')}
        </Button>
      </Group>
      <div role="status">{check.data && <Finding {...check.data} />}</div>
    </Stack>
  );
}

function Finding({ rows: count, problem, brokenAt }: Check) {
  const { t } = useTranslation('audit');
  return problem === null ? (
    <Alert color="green" icon={<CircleCheck size={18} aria-hidden />} title={t('whole', { count })} />
  ) : (
    <Alert color="red" icon={<ShieldAlert size={18} aria-hidden />} title={t('broken')}>
      <Text size="sm">{t(problem, { row: brokenAt })}</Text>
      {problem !== 'sealed-again' && <Text size="sm">{t('fits', { count })}</Text>}
    </Alert>
  );
}
