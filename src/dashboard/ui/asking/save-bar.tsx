import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface SaveBarProps {
  isDirty: boolean;
  isSending: boolean;
  /** Absent: there is nothing to go back to. */
  onDiscard?: (() => void) | undefined;
}

/** At the foot of a long form, as long as it has changes that are not saved. In the form: its button sends that. */
export function SaveBar({ isDirty, isSending, onDiscard }: SaveBarProps) {
  const { t } = useTranslation();
  if (!isDirty) return null;
  return (
    <Paper withBorder shadow="sm" px="md" py="xs" className="save-bar" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          {t('unsavedChanges')}
        </Text>
        <Group gap="xs">
          {onDiscard && (
            <Button variant="default" size="sm" onClick={onDiscard} disabled={isSending}>
              {t('discard')}
            </Button>
          )}
          <Button type="submit" size="sm" loading={isSending}>
            {t('save')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
