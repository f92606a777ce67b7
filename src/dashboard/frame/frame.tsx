import { ActionIcon, AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/session.ts';
import { Navigation } from './navigation.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { openPalette, Palette } from './palette.tsx';
import { SettingsLayout } from './settings-layout.tsx';
import { Shortcuts } from './shortcuts/shortcuts.tsx';
import { useKeys } from './shortcuts/use-keys.ts';
import { useSessionEnd } from './use-session-end.ts';

/** What stands around every page: the navigation, the palette, the keys, and a word when nothing can be reached. */
export function Frame() {
  const { t } = useTranslation();
  const { workspace } = useMe();
  const [isOpen, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  useKeys();
  useSessionEnd();
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone the menu closes when a page was chosen
  useEffect(close, [pathname]);
  return (
    <AppShell
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
    >
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <AppShell.Header hiddenFrom="sm">
        <Group h="100%" px="sm" gap="sm" wrap="nowrap">
          <Burger
            opened={isOpen}
            onClick={toggle}
            size="sm"
            aria-label={t(isOpen ? 'closeMenu' : 'openMenu')}
          />
          <Text fw={650} truncate flex={1}>
            {workspace.name}
          </Text>
          <ActionIcon variant="subtle" size="lg" onClick={openPalette} aria-label={t('search')}>
            <Search size={18} />
          </ActionIcon>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <OfflineBanner />
        {pathname.startsWith('/settings') ? (
          <SettingsLayout>
            <Outlet />
          </SettingsLayout>
        ) : (
          <Outlet />
        )}
      </AppShell.Main>
      <Palette />
      <Shortcuts />
    </AppShell>
  );
}
