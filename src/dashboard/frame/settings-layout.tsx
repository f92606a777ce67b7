import { Box, NavLink, Text } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.ts';
import { features } from '../features.ts';

const GROUPS = ['workspace', 'agent', 'you'] as const;

/** The pages of the settings beside the one that is open; above it on a phone. */
export function SettingsLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const may = useMay();
  const entries = features.flatMap(({ settings = [] }) => settings).filter(({ needs }) => may(needs));
  return (
    <Box className="settings">
      <Box component="nav" aria-label={t('settings')} className="settings-nav">
        {GROUPS.map((group) => {
          const inGroup = entries.filter((entry) => entry.group === group);
          if (inGroup.length === 0) return null;
          return (
            <Box key={group} className="settings-group">
              <Text size="xs" fw={600} c="dimmed" px="xs" mb={4} visibleFrom="sm">
                {t(`titles:group-${group}`)}
              </Text>
              {inGroup.map(({ to, label }) => (
                <NavLink
                  key={to}
                  component={Link}
                  to={to}
                  label={t(label)}
                  active={pathname === to}
                  aria-current={pathname === to ? 'page' : undefined}
                  className="nav-entry"
                />
              ))}
            </Box>
          );
        })}
      </Box>
      <Box flex={1} miw={0}>
        {children}
      </Box>
    </Box>
  );
}
