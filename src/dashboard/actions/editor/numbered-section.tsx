import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface NumberedSectionProps {
  number: number;
  title: string;
  hint: string;
  children: ReactNode;
}

/** One step of an action. */
export function NumberedSection({ number, title, hint, children }: NumberedSectionProps) {
  const id = useId();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Group align="flex-start" gap="sm" wrap="nowrap">
        <span className="editor-number" aria-hidden>
          {number}
        </span>
        <Stack gap="sm" flex={1} miw={0}>
          <div>
            <Title order={2} id={id}>
              {title}
            </Title>
            <Text size="sm" c="dimmed">
              {hint}
            </Text>
          </div>
          {children}
        </Stack>
      </Group>
    </Paper>
  );
}
