import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../app/call-api.ts';
import { useReport } from '../ui/telling/use-report.ts';

interface Start {
  authorizeUrl: string;
  redirectUri: string;
}

/** The step at the third party, where a person permits the connection. */
export function PermitLink({ connectionId }: { connectionId: string }) {
  const { t } = useTranslation('integrations');
  const { report } = useReport();
  const start = useMutation({
    mutationFn: () =>
      callApi<Start>('/v1/connections/oauth/start', { method: 'POST', body: { connectionId } }),
    onError: report,
  });
  if (!start.data)
    return (
      <Button size="xs" loading={start.isPending} onClick={() => start.mutate()}>
        {t('permit')}
      </Button>
    );
  return (
    <Stack gap="xs">
      <Text size="sm">{t('redirectHint')}</Text>
      <Code block className="wrapped">
        {start.data.redirectUri}
      </Code>
      <Group>
        <Button
          size="xs"
          component="a"
          href={start.data.authorizeUrl}
          target="_blank"
          rel="noreferrer"
          rightSection={<ExternalLink size={13} aria-hidden />}
        >
          {t('goThere')}
        </Button>
      </Group>
    </Stack>
  );
}
