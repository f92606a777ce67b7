import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function BuiltinExplained() {
  const { t } = useTranslation('model');
  return (
    <Stack gap={4}>
      <Text size="sm">{t('builtinWhat')}</Text>
      <Text size="sm">{t('builtinGood')}</Text>
      <Text size="sm">{t('builtinNot')}</Text>
    </Stack>
  );
}
