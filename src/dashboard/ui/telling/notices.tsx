import '@mantine/notifications/styles.css';
import { Button, Group, MantineProvider, Text } from '@mantine/core';
import { type NotificationData, Notifications, notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { cssVariables, theme } from '../theme.ts';

/** Their own small tree, made with the first of them. */
const place = document.body.appendChild(document.createElement('div'));
const { nonce = '' } = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]') ?? {};
createRoot(place).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariables}
    defaultColorScheme="auto"
    getStyleNonce={() => nonce}
    withCssVariables={false}
    withGlobalClasses={false}
  >
    <Notifications position="bottom-center" />
  </MantineProvider>,
);

interface Notice extends NotificationData {
  /** Takes back what the notice tells, while it is there. */
  undo?: () => void;
}

let lastDone = '';

export function showNotice({ undo, ...notice }: Notice): void {
  const id = notifications.show({
    ...notice,
    closeButtonProps: { 'aria-label': i18next.t('frame:close') },
    ...(undo ? { autoClose: UNDO_MS, message: <Undo message={notice.message} onUndo={takeBack} /> } : {}),
  });
  // What was done before is old news. A problem, and what can be undone, stays its time.
  if (notice.color === 'green' && !undo) {
    notifications.hide(lastDone);
    lastDone = id;
  }
  function takeBack(): void {
    notifications.hide(id);
    undo?.();
  }
}

const UNDO_MS = 10_000;

function Undo({ message, onUndo }: { message: ReactNode; onUndo: () => void }) {
  return (
    <Group justify="space-between">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="light" onClick={onUndo}>
        {i18next.t('frame:undo')}
      </Button>
    </Group>
  );
}
