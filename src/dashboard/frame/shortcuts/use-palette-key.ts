import { useOs } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

/** The keys of the palette as they are printed on the reader's keyboard. */
export function usePaletteKey(): string {
  const { t } = useTranslation();
  const os = useOs({ getValueInEffect: false });
  return os === 'macos' || os === 'ios' ? '⌘K' : t('paletteKey');
}
