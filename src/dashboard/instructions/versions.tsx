import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Agent, AgentVersion } from '../../contract/agent.ts';
import { agentsQuery } from '../app/agent.ts';
import { callApi } from '../app/call-api.ts';
import { useMay } from '../app/session.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { useReport } from '../ui/telling/use-report.ts';
import { useFormat } from '../ui/use-format.ts';
import { VersionDiff } from './version-diff.tsx';

interface VersionsProps {
  agent: Agent;
  onRestore: () => void;
}

/** Each save: who, when, what it changed, and the way back. */
export function Versions({ agent, onRestore }: VersionsProps) {
  const { t } = useTranslation('instructions');
  const queryClient = useQueryClient();
  const { tryTo, doneWithUndo } = useReport();

  async function restore(version: number): Promise<void> {
    await callApi(`/v1/agents/${agent.id}/versions/${version}/restore`, { method: 'POST' });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: agentsQuery.queryKey }),
      queryClient.invalidateQueries({ queryKey: ['versions', agent.id] }),
    ]);
    onRestore();
  }
  return (
    <Paper withBorder p="lg" w="100%" component="section" aria-labelledby="versions">
      <Title order={2} id="versions" mb="sm">
        {t('versions')}
      </Title>
      <PagedList<AgentVersion>
        queryKey={['versions', agent.id]}
        path={`/v1/agents/${agent.id}/versions`}
        empty={<Text c="dimmed">{t('noVersions')}</Text>}
      >
        {(versions) => (
          <Stack gap={0} component="ol" m={0} p={0} className="plain-list">
            {versions.map((version, index) => (
              <Version
                key={version.version}
                version={version}
                before={versions[index + 1]}
                isCurrent={index === 0}
                onRestore={() =>
                  tryTo(async () => {
                    await restore(version.version);
                    const current = versions[0]?.version ?? 1;
                    doneWithUndo(t('restored', { version: version.version }), () => restore(current));
                  })
                }
              />
            ))}
          </Stack>
        )}
      </PagedList>
    </Paper>
  );
}

interface VersionProps {
  version: AgentVersion;
  /** Undefined: it is the first, or not read yet. */
  before: AgentVersion | undefined;
  isCurrent: boolean;
  onRestore: () => void;
}

function Version({ version, before, isCurrent, onRestore }: VersionProps) {
  const { t } = useTranslation('instructions');
  const { moment, ago } = useFormat();
  const mayWrite = useMay()('agents:write');
  const number = { version: version.version };
  return (
    <li className="list-row">
      <Stack gap={4} py="sm">
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={500}>
            {t('version', number)}
          </Text>
          {isCurrent && <Badge variant="light">{t('current')}</Badge>}
        </Group>
        <Text size="xs" c="dimmed" title={moment(version.createdAt)}>
          {version.author ? `${version.author}, ${ago(version.createdAt)}` : ago(version.createdAt)}
        </Text>
        {before && (
          <details>
            <summary aria-label={t('changesOf', number)}>
              <Text size="xs" span>
                {t('changes')}
              </Text>
            </summary>
            <VersionDiff before={before} after={version} />
          </details>
        )}
        {!isCurrent && mayWrite && (
          <Group>
            <Button
              size="compact-xs"
              variant="default"
              onClick={onRestore}
              aria-label={t('restoreOne', number)}
            >
              {t('restore')}
            </Button>
          </Group>
        )}
      </Stack>
    </li>
  );
}
