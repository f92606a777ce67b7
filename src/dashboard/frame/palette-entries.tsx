import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.ts';
import { features } from '../features.ts';

const [store, palette] = createSpotlight();

export default function PaletteEntries({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  useEffect(() => palette.open(), []);
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
      store={store}
      actions={actions}
      shortcut={null}
      onSpotlightClose={onClose}
      nothingFound={t('nothingFound')}
      searchProps={{
        placeholder: t('search'),
        'aria-label': t('search'),
        leftSection: <Search size={18} aria-hidden />,
      }}
    />
  );
}
