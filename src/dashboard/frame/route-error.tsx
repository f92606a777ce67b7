import { Box } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { ErrorState } from '../ui/states/error-state.tsx';

/** A page that could not be shown: the rest of the frame stays. */
export function RouteError({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <Box p={{ base: 'md', sm: 'xl' }} maw={700}>
      <ErrorState error={error} onRetry={() => void router.invalidate()} />
    </Box>
  );
}
