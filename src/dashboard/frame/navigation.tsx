import { AppShell, Box, Group, Kbd, NavLink, Text, ThemeIcon, UnstyledButton } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { ConciergeBell, Search, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NavEntry } from '../app/feature.ts';
import { useMay, useMe } from '../app/session.ts';
import { features } from '../features.ts';
import { AgentMenu } from './menus/agent-menu.tsx';
import { UserMenu } from './menus/user-menu.tsx';
import { openPalette } from './palette.tsx';
import { usePaletteKey } from './shortcuts/use-palette-key.ts';

const GROUPS = ['work', 'agent', 'data'] as const;

export function Navigation() {
  const { t } = useTranslation();
  const { workspace } = useMe();
  const may = useMay();
  const { pathname } = useLocation();
  const entries = features.flatMap(({ nav = [] }) => nav).filter(({ needs }) => may(needs));
  return (
    <>
      <AppShell.Section p="sm" visibleFrom="sm">
        <Group gap="xs" wrap="nowrap" px={6} py={4}>
          <ThemeIcon size={26} radius="md" aria-hidden>
            <ConciergeBell size={16} />
          </ThemeIcon>
          <Text fw={650} truncate>
            {workspace.name}
          </Text>
        </Group>
        <UnstyledButton className="search-button" onClick={openPalette} mt="sm">
          <Search size={14} aria-hidden />
          <span>{t('search')}</span>
          <Kbd size="xs">{usePaletteKey()}</Kbd>
        </UnstyledButton>
      </AppShell.Section>
      <AppShell.Section grow px="sm" pt={{ base: 'sm', sm: 0 }} className="nav-scroll">
        <Box component="nav" aria-label={t('navigation')}>
          {GROUPS.map((group) => (
            <NavGroup key={group} group={group} entries={entries.filter((entry) => entry.group === group)} />
          ))}
        </Box>
      </AppShell.Section>
      <AppShell.Section p="sm" className="navigation-foot">
        <NavLink
          component={Link}
          to="/settings/general"
          label={t('settings')}
          leftSection={<Settings size={17} aria-hidden />}
          active={pathname.startsWith('/settings')}
          className="nav-entry"
        />
        <UserMenu />
      </AppShell.Section>
    </>
  );
}

function NavGroup({ group, entries }: { group: (typeof GROUPS)[number]; entries: NavEntry[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  if (entries.length === 0) return null;
  return (
    <>
      {group !== 'work' && (
        <Text size="xs" fw={600} c="dimmed" px="xs" mt="md" mb={4}>
          {t(group)}
        </Text>
      )}
      {group === 'agent' && <AgentMenu />}
      {entries.map(({ to, label, icon: Icon }) => {
        const isHere = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
        return (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={t(label)}
            leftSection={<Icon size={17} aria-hidden />}
            active={isHere}
            aria-current={isHere ? 'page' : undefined}
            className="nav-entry"
          />
        );
      })}
    </>
  );
}
