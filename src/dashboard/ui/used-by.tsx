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
      {uses.map(({ type, id, name }) =>
        type === 'action' ? (
          <Anchor key={id} component={Link} to={`/actions/${id}`} size="sm">
            {name}
          </Anchor>
        ) : (
          <Text key={id} size="sm">
            {name}
          </Text>
        ),
      )}
    </Group>
  );
}
