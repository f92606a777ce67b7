import { Box, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../../contract/agent.ts';
import type { Tool } from '../../../contract/connections/tool.ts';
import { callApi } from '../../app/call-api.ts';
import { useMay } from '../../app/session.ts';
import { useReport } from '../../ui/telling/use-report.ts';
import { UsedBy } from '../../ui/used-by.tsx';

interface ToolRowProps {
  tool: Tool;
  kind: string;
  agent: Agent | null;
  onChanged: () => Promise<void>;
}

/** One tool: allowing it makes an action, which begins turned off until somebody has said when to use it. */
export function ToolRow({ tool, kind, agent, onChanged }: ToolRowProps) {
  const { t } = useTranslation('integrations');
  const may = useMay()('agents:write');
  const { report, done } = useReport();
  const { name, title, description, problem, settings, actions, hash } = tool;
  const changed = actions.filter(({ isCurrent }) => !isCurrent);
  const allow = useMutation({
    mutationFn: () =>
      callApi(`/v1/agents/${agent?.id}/actions`, {
        method: 'POST',
        body: { kind, name: (title ?? name).slice(0, 80), enabled: false, settings },
      }),
    onSuccess: async () => {
      await onChanged();
      done(t('allowed', { name: title ?? name }));
    },
    onError: report,
  });
  const approve = useMutation({
    mutationFn: () =>
      Promise.all(
        changed.map(({ id }) =>
          callApi(`/v1/actions/${id}/approve-tool`, { method: 'POST', body: { hash } }),
        ),
      ),
    onSuccess: onChanged,
    onError: report,
  });
  return (
    <Box component="li" className="list-row" py="sm">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2} flex={1} miw={180}>
          <Group gap="xs">
            <Text size="sm" fw={600} dir="auto">
              {title ?? name}
            </Text>
            {title && <Code>{name}</Code>}
          </Group>
          <Text size="sm" c="dimmed" lineClamp={3} dir="auto">
            {description}
          </Text>
          {problem && (
            <Text size="sm" c="red">
              {problem}
            </Text>
          )}
          {changed.length > 0 && (
            <Text size="sm" c="red">
              {t('toolChanged')}
            </Text>
          )}
          {actions.length > 0 && <UsedBy uses={actions.map((action) => ({ ...action, type: 'action' }))} />}
        </Stack>
        {changed.length > 0 && (
          <Button size="xs" disabled={!may} loading={approve.isPending} onClick={() => approve.mutate()}>
            {t('approve')}
          </Button>
        )}
        {actions.length === 0 && settings && (
          <Button
            size="xs"
            variant="default"
            disabled={!may || !agent}
            loading={allow.isPending}
            onClick={() => allow.mutate()}
            aria-label={t('allowOne', { name: title ?? name })}
          >
            {t('allow')}
          </Button>
        )}
      </Group>
    </Box>
  );
}
