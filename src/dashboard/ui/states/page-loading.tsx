import { Box, Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The shape of a page, until it is there. */
export function PageLoading() {
  const { t } = useTranslation();
  return (
    <Box p={{ base: 'md', sm: 'xl' }} maw={900} role="status" aria-label={t('loading')}>
      <Stack>
        <Skeleton height={28} width={220} />
        <Skeleton height={120} />
        <Skeleton height={120} />
      </Stack>
    </Box>
  );
}
