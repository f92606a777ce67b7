import { Anchor, List, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';

export default function DeveloperPage() {
  const { t } = useTranslation('developer');
  return (
    <Page title={t('title')} hint={t('hint')} maxWidth={720}>
      <Paper withBorder p="lg">
        <Stack>
          <Text>{t('text')}</Text>
          <List spacing="xs">
            <List.Item>
              <Anchor href="/api/docs">{t('reference')}</Anchor>
            </List.Item>
            <List.Item>
              <Anchor href="/api/openapi.json">{t('openapi')}</Anchor>
            </List.Item>
            <List.Item>
              <Anchor component={Link} to="/settings/api-keys">
                {t('keys')}
              </Anchor>
            </List.Item>
          </List>
        </Stack>
      </Paper>
    </Page>
  );
}
