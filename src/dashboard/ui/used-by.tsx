import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

interface UsedByProps {
  uses: { type: string; id: string; name: string }[];
}

/** What would stop to work without it. */
export function UsedBy({ uses }: UsedByProps) {
  const { t } = useTranslation();
  if (uses.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('usedByNothing')}
      </Text>
    );
  return (
    <Group gap={6}>
      <Text size="sm" c="dimmed">
        {t('usedBy')}
      </Text>
      {uses.map(({ type, id, name }) => (
        <Use key={id} type={type} id={id} name={name} />
      ))}
    </Group>
  );
}

function Use({ type, id, name }: UsedByProps['uses'][number]) {
  const { t } = useTranslation();
  if (type === 'action')
    return (
      <Anchor component={Link} to={`/actions/${id}`} size="sm">
        {name}
      </Anchor>
    );
  if (type === 'invitations')
    return (
      <Anchor component={Link} to="/settings/members" size="sm">
        {t('invitations')}
      </Anchor>
    );
  return <Text size="sm">{name}</Text>;
}
