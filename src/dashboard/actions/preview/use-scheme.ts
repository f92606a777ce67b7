import { useComputedColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useAgent } from '../../app/agent.ts';

/** Light or dark, as the agent's widget has it; where that follows the visitor, as the owner chooses. */
export function useScheme(agentId: string) {
  const { agents } = useAgent();
  const own = useComputedColorScheme('light');
  const [chosen, setScheme] = useState<'light' | 'dark'>();
  const fixed = agents.find(({ id }) => id === agentId)?.widget.scheme ?? 'auto';
  return { scheme: fixed === 'auto' ? (chosen ?? own) : fixed, isFixed: fixed !== 'auto', setScheme };
}
