import { Text, UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import { Bot, ChevronsUpDown } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../../app/agent.ts';

/** Whose pages these are. */
export function AgentButton({
  className = '',
  ...props
}: UnstyledButtonProps & ComponentPropsWithRef<'button'>) {
  const { t } = useTranslation();
  const { agent } = useAgent();
  const name = agent?.name ?? '';
  return (
    <UnstyledButton aria-label={t('agentNamed', { name })} {...props} className={`agent-button ${className}`}>
      <Bot size={17} aria-hidden />
      <Text size="sm" truncate flex={1}>
        {name}
      </Text>
      <ChevronsUpDown size={14} aria-hidden />
    </UnstyledButton>
  );
}
