import { Avatar, Badge, Box, Group, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../contract/conversation.ts';
import { useTime } from '../use-time.ts';
import { visitorName } from '../visitor-name.ts';

interface ConversationRowProps {
  conversation: Conversation;
  isOpen: boolean;
  /** By the keyboard, a click has no place. */
  onOpen(id: string, byPointer: boolean): void;
}

export function ConversationRow({ conversation, isOpen, onOpen }: ConversationRowProps) {
  const { t } = useTranslation('inbox');
  const time = useTime();
  const { id, lastText, lastAuthor, lastAt, waitingSince } = conversation;
  const name = visitorName(conversation);
  const said = lastText ?? t('noWords');
  return (
    <UnstyledButton
      className="inbox-row"
      aria-current={isOpen || undefined}
      onClick={({ detail }) => onOpen(id, detail > 0)}
    >
      <Avatar name={name ?? undefined} color={name ? 'initials' : 'gray'} size={32} aria-hidden />
      <Box flex={1} miw={0}>
        <Group gap={6} wrap="nowrap">
          <Text fw={600} size="sm" truncate flex={1}>
            {name ?? t('visitor')}
          </Text>
          <Text size="xs" c="dimmed" className="inbox-when">
            {time.since(waitingSince ?? lastAt)}
          </Text>
          {waitingSince && (
            <Badge size="xs" color="amber" variant="filled" className="inbox-waiting">
              {t('isWaiting')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed" truncate dir="auto">
          {lastAuthor === 'teammate'
            ? t('teamSaid', { text: said })
            : lastAuthor === 'agent'
              ? t('agentSaid', { text: said })
              : said}
        </Text>
      </Box>
    </UnstyledButton>
  );
}
