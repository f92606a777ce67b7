import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  title: string;
  /** One line below the title. */
  hint?: string;
  /** What one does here, at the right of the title. */
  actions?: ReactNode;
  /** Pixels; a page of text is not wider than one can read. */
  maxWidth?: number;
  children: ReactNode;
}

/** A page inside the frame: its name, what one does here, and the rest. */
export function Page({ title, hint, actions, maxWidth = 900, children }: PageProps) {
  useTitle(title);
  return (
    <Box p={{ base: 'md', sm: 'xl' }} maw={maxWidth}>
      <Group justify="space-between" align="flex-start" mb="lg" gap="sm">
        <Stack gap={2}>
          <Title order={1}>{title}</Title>
          {hint && <Text c="dimmed">{hint}</Text>}
        </Stack>
        {actions}
      </Group>
      {children}
    </Box>
  );
}

/** What the tab of the browser is called. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Bellhop`;
  }, [title]);
}
