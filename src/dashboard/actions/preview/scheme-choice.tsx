import { SegmentedControl } from '@mantine/core';
import { Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface SchemeChoiceProps {
  scheme: 'light' | 'dark';
  onChange(scheme: 'light' | 'dark'): void;
}

/** The widget follows each visitor's system: the owner looks at it both ways. */
export function SchemeChoice({ scheme, onChange }: SchemeChoiceProps) {
  const { t } = useTranslation('actionEditor');
  return (
    <SegmentedControl
      aria-label={t('previewScheme')}
      size="xs"
      flex="none"
      data={[
        { value: 'light', label: <Sun size={16} role="img" aria-label={t('previewLight')} /> },
        { value: 'dark', label: <Moon size={16} role="img" aria-label={t('previewDark')} /> },
      ]}
      value={scheme}
      onChange={(next) => onChange(next as 'light' | 'dark')}
    />
  );
}
