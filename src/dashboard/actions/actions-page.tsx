import { Box, Button, Group, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Link, Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../app/agent.ts';
import { useMay } from '../app/session.ts';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states/empty-state.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { PageLoading } from '../ui/states/page-loading.tsx';
import { ActionList } from './list/action-list.tsx';
import './actions.css';

/** The actions of the agent, and beside them the one that is open. A phone shows one of the two. */
export function ActionsPage() {
  const { t } = useTranslation('actions');
  const { agent, isLoading, error, refetch } = useAgent();
  const mayWrite = useMay()('agents:write');
  const { pathname } = useLocation();
  const isOpen = pathname.replace(/\/$/, '') !== '/actions';
  if (isLoading) return <PageLoading />;
  if (!agent)
    return (
      <Page title={t('title')}>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <EmptyState icon={Plus} title={t('noAgent')} hint={t('noAgentHint')} />
        )}
      </Page>
    );
  return (
    <Box className="actions" data-open={isOpen}>
      <Box component="section" className="actions-list" aria-label={t('title')}>
        <Group justify="space-between" mb="sm">
          <Title order={isOpen ? 2 : 1} size="h3">
            {t('title')}
          </Title>
          {mayWrite && (
            <Button component={Link} to="/actions/new" size="sm" leftSection={<Plus size={16} aria-hidden />}>
              {t('new')}
            </Button>
          )}
        </Group>
        <Filter />
        <ActionList agentId={agent.id} />
      </Box>
      <Box className="actions-open">
        <Outlet />
      </Box>
    </Box>
  );
}

function Filter() {
  const { t } = useTranslation('actions');
  const navigate = useNavigate();
  const { search = '' } = useSearch({ strict: false });
  const [text, setText] = useState(search);
  const filter = useDebouncedCallback((wanted: string) => {
    void navigate({
      to: '.',
      search: (old: object) => ({ ...old, search: wanted || undefined }),
      replace: true,
    });
  }, 250);
  return (
    <TextInput
      aria-label={t('filter')}
      placeholder={t('filter')}
      leftSection={<Search size={16} aria-hidden />}
      mb="sm"
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        filter(event.currentTarget.value);
      }}
    />
  );
}
