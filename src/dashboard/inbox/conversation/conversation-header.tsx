import { ActionIcon, Box, Button, Group, Switch, Text, Title } from '@mantine/core';
import { ArrowLeft, CheckCheck, RotateCcw, User } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationDetail } from '../../../contract/conversation.ts';
import { useMay } from '../../app/session.ts';
import { useInboxAddress } from '../inbox-address.ts';
import { visitorName } from '../visitor-name.ts';
import { useInCharge } from './use-in-charge.ts';
import { useWork } from './use-work.ts';

interface ConversationHeaderProps {
  conversation: ConversationDetail;
  showsVisitor: boolean;
  onToggleVisitor(): void;
  onClosed(): void;
}

/** Who this is with, who is in charge and why, and what one can do about it. */
export function ConversationHeader({
  conversation,
  showsVisitor,
  onToggleVisitor,
  onClosed,
}: ConversationHeaderProps) {
  const { t } = useTranslation('inbox');
  const may = useMay();
  const { open } = useInboxAddress();
  const inCharge = useInCharge(conversation);
  const { setAutoReply, setClosed, isBusy } = useWork(conversation);
  const isClosed = conversation.status === 'closed';
  return (
    <Box className="inbox-header" p="md">
      <Group wrap="nowrap" gap="xs" align="flex-start">
        <ActionIcon
          className="inbox-phone"
          variant="subtle"
          size={44}
          my={-8}
          onClick={() => open(undefined)}
          aria-label={t('back')}
        >
          <ArrowLeft size={20} />
        </ActionIcon>
        <Box flex={1} miw={0}>
          <Title order={2} lineClamp={1}>
            {visitorName(conversation) ?? t('visitor')}
          </Title>
          <Text size="xs" c="dimmed" aria-live="polite" lineClamp={3}>
            {inCharge}
          </Text>
        </Box>
        <ActionIcon
          className="inbox-narrow"
          variant={showsVisitor ? 'light' : 'subtle'}
          size={44}
          my={-8}
          onClick={onToggleVisitor}
          aria-expanded={showsVisitor}
          aria-label={t('visitorDetails')}
        >
          <User size={20} />
        </ActionIcon>
      </Group>
      {may('conversations:reply') && (
        <Group mt="xs" gap="sm">
          <Switch
            label={t('autoReply')}
            checked={conversation.autoReply === 'on'}
            onChange={({ currentTarget: { checked } }) => setAutoReply(checked)}
            disabled={isBusy}
          />
          <Button
            size="xs"
            data-inbox-key="e"
            variant={isClosed ? 'default' : 'filled'}
            disabled={isBusy}
            leftSection={
              isClosed ? <RotateCcw size={14} aria-hidden /> : <CheckCheck size={14} aria-hidden />
            }
            onClick={() => setClosed(!isClosed, onClosed)}
          >
            {t(isClosed ? 'reopen' : 'close')}
          </Button>
        </Group>
      )}
    </Box>
  );
}
