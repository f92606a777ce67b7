import '@mantine/notifications/styles.css';
import { MantineProvider } from '@mantine/core';
import { type NotificationData, Notifications, notifications } from '@mantine/notifications';
import { createRoot } from 'react-dom/client';
import { cssVariables, theme } from './theme.ts';

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

/** @returns its id, to take it away with */
export function showNotice(notice: NotificationData): string {
  return notifications.show(notice);
}

export function hideNotice(id: string): void {
  notifications.hide(id);
}
