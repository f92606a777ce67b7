import { Avatar, Group, Text, UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { useMe } from '../../app/session.ts';

/** Who is signed in. */
export function UserButton({
  className = '',
  ...props
}: UnstyledButtonProps & ComponentPropsWithRef<'button'>) {
  const { user } = useMe();
  return (
    <UnstyledButton w="100%" {...props} className={`user-button ${className}`}>
      <Group gap="xs" wrap="nowrap">
        <Avatar size={28} radius="xl" color="accent" name={user.name} aria-hidden />
        <Text size="sm" truncate>
          {user.name}
        </Text>
      </Group>
    </UnstyledButton>
  );
}
