import { Alert, Anchor, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../contract/operation/overview.ts';
import { useCallError } from '../ui/use-call-error.ts';
import { useFormat } from '../ui/use-format.ts';
import { overviewQuery } from './overview.ts';

const PLACES = {
  call: '/actions',
  action: '/actions',
  connection: '/settings/integrations',
} as const;

/** What stopped, since when, and the way to it. Nothing where nothing did. */
export function Attention() {
  const { t } = useTranslation('home');
  const { data } = useQuery(overviewQuery);
  if (!data || data.attention.length === 0) return null;
  return (
    <Alert color="red" variant="light" icon={<TriangleAlert size={18} />} title={t('attention')}>
      <List listStyleType="none" spacing="xs">
        {data.attention.map((item) => (
          <List.Item key={`${item.type} ${item.id}`}>
            <Item item={item} />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Item({ item: { type, name, problem, since } }: { item: Overview['attention'][number] }) {
  const { t } = useTranslation('home');
  const { ago } = useFormat();
  const explain = useCallError();
  // What the server says of a connection is a sentence, and here another part follows it.
  const why = type === 'call' ? explain(problem) : problem.replace(/\.$/, '');
  return (
    <>
      <Anchor component={Link} to={PLACES[type]} size="sm" fw={500} data-row>
        {name}
      </Anchor>
      <Text size="sm">
        {t(`${type}Problem`, { problem: why })}, {ago(since)}
      </Text>
    </>
  );
}
