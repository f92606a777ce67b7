import { ActionIcon, Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BookOpen, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/agent.ts';
import type { KnowledgeSource, KnowledgeSourceDetail } from '../../contract/knowledge.ts';
import { callApi } from '../app/call-api.ts';
import { useMay } from '../app/session.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { useReport } from '../ui/telling/use-report.ts';
import { useFormat } from '../ui/use-format.ts';

export function SourceList({ agent }: { agent: Agent }) {
  const { t } = useTranslation('knowledge');
  const queryClient = useQueryClient();
  const { tryTo, doneWithUndo } = useReport();
  const reread = () => queryClient.invalidateQueries({ queryKey: ['sources', agent.id] });

  const remove = ({ id, title }: KnowledgeSource) =>
    tryTo(async () => {
      const { content } = await callApi<KnowledgeSourceDetail>(`/v1/knowledge/sources/${id}`);
      await callApi(`/v1/knowledge/sources/${id}`, { method: 'DELETE' });
      await reread();
      doneWithUndo(t('deleted', { title }), async () => {
        const body = { agentId: agent.id, ...content };
        await callApi('/v1/knowledge/sources', { method: 'POST', body });
        await reread();
      });
    });
  return (
    <PagedList<KnowledgeSource>
      queryKey={['sources', agent.id]}
      path="/v1/knowledge/sources"
      query={{ agentId: agent.id }}
      empty={<EmptyState icon={BookOpen} title={t('none')} hint={t('noneHint')} />}
    >
      {(sources) => (
        <Paper withBorder px="lg">
          <Stack gap={0} component="ul" m={0} p={0} className="plain-list">
            {sources.map((source) => (
              <Source key={source.id} source={source} onRemove={() => remove(source)} />
            ))}
          </Stack>
        </Paper>
      )}
    </PagedList>
  );
}

function Source({ source, onRemove }: { source: KnowledgeSource; onRemove: () => void }) {
  const { t } = useTranslation('knowledge');
  const { moment, ago } = useFormat();
  const mayWrite = useMay()('agents:write');
  const { id, type, title, url, snippets, updatedAt } = source;
  return (
    <li className="list-row">
      <Group justify="space-between" wrap="nowrap" py="md">
        <Stack gap={2}>
          <Group gap="xs">
            <Anchor component={Link} to={`/knowledge/${id}`} fw={500} size="sm" dir="auto">
              {title}
            </Anchor>
            <Badge variant="default">{t(type)}</Badge>
          </Group>
          <Text size="xs" c="dimmed" title={moment(updatedAt)}>
            {t(type === 'faq' ? 'questions' : 'passages', { count: snippets })}, {t('inUse')},{' '}
            {t('changed', { when: ago(updatedAt) })}
          </Text>
          {url && (
            <Text size="xs" c="dimmed">
              {url}
            </Text>
          )}
        </Stack>
        {mayWrite && (
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            onClick={onRemove}
            aria-label={t('deleteOne', { title })}
          >
            <Trash2 size={16} />
          </ActionIcon>
        )}
      </Group>
    </li>
  );
}
