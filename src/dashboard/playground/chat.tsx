import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/agent.ts';
import type { Playground } from '../../contract/playground.ts';
import type { PageInfo } from '../../contract/widget/session.ts';
import { usePanel } from './use-panel.ts';
import { useSuggestions } from './use-suggestions.ts';
import { turnsKey, useTurns } from './use-turns.ts';

interface ChatProps {
  agent: Agent;
  playground: Playground;
  page: PageInfo;
}

/** The real panel, as a visitor has it, and a plain word on what is real of it. */
export function Chat({ agent, playground: { token, conversationId }, page }: ChatProps) {
  const { t } = useTranslation('playground');
  const queryClient = useQueryClient();
  const [hasBegun, setBegun] = useState(false);
  const { data } = useTurns(conversationId);
  const { frame, say, isReady } = usePanel({
    ...{ token, page },
    onActivity: () => {
      setBegun(true);
      void queryClient.invalidateQueries({ queryKey: turnsKey(conversationId) });
    },
  });
  const suggestions = useSuggestions(agent.id);
  const isEmpty = !hasBegun && data?.items.length === 0;
  return (
    <Stack gap="sm">
      {isEmpty && isReady && suggestions.length > 0 && (
        <Paper withBorder p="sm">
          <Text size="sm" c="dimmed" mb={6}>
            {t('tryOne')}
          </Text>
          <Group gap="xs" component="ul" m={0} p={0} className="plain-list">
            {suggestions.map((text) => (
              <li key={text}>
                <Button
                  size="compact-sm"
                  variant="default"
                  h="auto"
                  py={4}
                  className="suggestion"
                  onClick={() => {
                    setBegun(true);
                    say(text);
                  }}
                >
                  {text}
                </Button>
              </li>
            ))}
          </Group>
        </Paper>
      )}
      <Paper withBorder className="panel-frame">
        <iframe
          ref={frame}
          title={t('chatWith', { name: agent.name })}
          src={`/widget/frame/${agent.id}?for=owner`}
        />
      </Paper>
      <Alert color="amber" variant="light" icon={<TriangleAlert size={18} />} p="sm">
        {t('isReal')}
      </Alert>
    </Stack>
  );
}
