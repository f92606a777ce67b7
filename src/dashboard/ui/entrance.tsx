import { Box, Center, Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { ConciergeBell } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTitle } from './page.tsx';

interface EntranceProps {
  title: string;
  hint?: ReactNode;
  children: ReactNode;
}

/** A page before the frame: signing in, and all that comes before it. */
export function Entrance({ title, hint, children }: EntranceProps) {
  useTitle(title);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Box w="100%" maw={440}>
        <Group gap="xs" mb="lg" justify="center">
          <ThemeIcon size={32} radius="md" aria-hidden>
            <ConciergeBell size={18} />
          </ThemeIcon>
          <Text fw={650}>Bellhop</Text>
        </Group>
        <Paper withBorder p={{ base: 'md', sm: 'xl' }}>
          <Stack>
            <Stack gap={4}>
              <Title order={1}>{title}</Title>
              {hint && (
                <Text c="dimmed" component="div">
                  {hint}
                </Text>
              )}
            </Stack>
            {children}
          </Stack>
        </Paper>
      </Box>
    </Center>
  );
}
