import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReport } from './use-report.ts';

const SHOWN_MS = 10_000;

/** Tells what was done, with a button that takes it back. */
export function useUndo(): (message: string, undo: () => Promise<unknown>) => void {
  const { t } = useTranslation();
  const { tryTo } = useReport();
  const show = async (message: string, undo: () => Promise<unknown>) => {
    const { showNotice, hideNotice } = await import('./notices.tsx');
    const id = showNotice({
      autoClose: SHOWN_MS,
      withCloseButton: false,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{message}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              hideNotice(id);
              tryTo(undo);
            }}
          >
            {t('undo')}
          </Button>
        </Group>
      ),
    });
  };
  return (message, undo) => tryTo(() => show(message, undo));
}
