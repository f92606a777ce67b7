import { Spotlight, spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.ts';
import { features } from '../features.ts';

export const openPalette = () => spotlight.open();

/** ⌘K: every page by its name. */
export function Palette() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const entries = features.flatMap(({ nav = [], settings = [] }) => [
    ...nav,
    ...settings.map((entry) => ({ ...entry, icon: undefined })),
  ]);
  const actions = entries
    .filter(({ needs }) => may(needs))
    .map(({ to, label, icon: Icon }) => ({
      id: to,
      label: t(label),
      onClick: () => void navigate({ to }),
      leftSection: Icon ? <Icon size={18} aria-hidden /> : null,
    }));
  return (
    <Spotlight
      actions={actions}
      shortcut="mod + K"
      nothingFound={t('nothingFound')}
      searchProps={{
        placeholder: t('search'),
        'aria-label': t('search'),
        leftSection: <Search size={18} aria-hidden />,
      }}
    />
  );
}
