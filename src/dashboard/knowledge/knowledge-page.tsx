import { Button, Group, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.ts';
import { Page } from '../ui/page.tsx';
import { WithAgent } from '../ui/with-agent.tsx';
import { SourceList } from './source-list.tsx';
import { TrySearch } from './try-search.tsx';

/** What the agent knows, and what it would find. */
export function KnowledgePage() {
  const { t } = useTranslation('knowledge');
  const mayWrite = useMay()('agents:write');
  const add = mayWrite && (
    <Group gap="xs">
      <Button component={Link} to="/knowledge/new/text" variant="default">
        {t('addText')}
      </Button>
      <Button component={Link} to="/knowledge/new/faq">
        {t('addFaq')}
      </Button>
    </Group>
  );
  return (
    <WithAgent>
      {(agent) => (
        <Page title={t('title')} hint={t('hint')} actions={add} maxWidth={1_160}>
          <div className="beside">
            <Stack>
              <SourceList agent={agent} />
            </Stack>
            <TrySearch agent={agent} />
          </div>
        </Page>
      )}
    </WithAgent>
  );
}
