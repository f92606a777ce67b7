import { useTranslation } from 'react-i18next';
import type { ConversationDetail } from '../../../contract/conversation.ts';
import { useTime } from '../use-time.ts';

/** One line: who answers here, since when, and why. */
export function useInCharge({
  status,
  autoReply,
  mutedAt,
  mutedBy,
  mutedUntil,
  muteReason,
}: ConversationDetail): string {
  const { t } = useTranslation('inbox');
  const time = useTime();
  if (status === 'closed') return t('closedNow');
  if (autoReply === 'on') return t('agentInCharge');
  const when = mutedAt ? time.since(mutedAt, 'long') : '';
  return [
    t('paused'),
    mutedBy ? t('pausedBy', { name: mutedBy, when }) : t('handedOver', { when }),
    ...(muteReason ? [t('because', { reason: muteReason })] : []),
    ...(mutedUntil ? [t('until', { time: `${time.day(mutedUntil)}, ${time.clock(mutedUntil)}` })] : []),
  ].join(' ');
}
