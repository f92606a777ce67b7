import { Avatar, Box, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../contract/call.ts';
import type { ConversationDetail } from '../../../contract/conversation.ts';
import { useMay } from '../../app/session.ts';
import { currentLanguage } from '../../app/texts.ts';
import { useCallError } from '../../ui/use-call-error.ts';
import { useTime } from '../use-time.ts';
import { visitorName } from '../visitor-name.ts';
import { AssigneePicker } from './assignee-picker.tsx';

interface VisitorPaneProps {
  conversation: ConversationDetail;
  calls: Call[];
  /** On a narrow screen it stands over the thread, when it was asked for. */
  isShown: boolean;
}

export function VisitorPane({ conversation, calls, isShown }: VisitorPaneProps) {
  const { t } = useTranslation('inbox');
  const time = useTime();
  const mayReply = useMay()('conversations:reply');
  const { visitor, page, visitorEmail, firstSeenAt, assignee, summary } = conversation;
  const explain = useCallError();
  const name = visitorName(conversation);
  const facts: [string, string | null | undefined][] = [
    [t('knownBy'), t(`level_${visitor.level}`)],
    [t('firstSeen'), time.day(firstSeenAt)],
    [t('page'), page?.url ?? page?.title],
    [t('language'), page?.language ? languageName(page.language) : null],
    [t('assignee'), mayReply ? null : assignee?.name],
    ...Object.entries(visitor.attributes).map(([key, value]): [string, string] => [key, String(value)]),
  ];
  return (
    <Box
      component="aside"
      className="inbox-visitor"
      data-shown={isShown || undefined}
      aria-label={t('visitorDetails')}
    >
      <Stack
        p="md"
        gap="md"
        tabIndex={0}
        role="group"
        aria-label={t('visitorDetails')}
        className="inbox-scroll"
      >
        <Group wrap="nowrap" gap="sm">
          <Avatar name={name ?? undefined} color={name ? 'initials' : 'gray'} aria-hidden />
          <Box miw={0}>
            <Text fw={650} lineClamp={2}>
              {name ?? t('visitor')}
            </Text>
            {visitorEmail && (
              <Text size="xs" c="dimmed">
                {visitorEmail}
              </Text>
            )}
          </Box>
        </Group>
        <dl className="inbox-facts">
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
        </dl>
        {mayReply && <AssigneePicker conversation={conversation} />}
        {summary && (
          <div>
            <Title order={3} size="sm" mb={4}>
              {t('summary')}
            </Title>
            <Text size="sm" dir="auto">
              {summary}
            </Text>
          </div>
        )}
        {calls.length > 0 && (
          <div>
            <Title order={3} size="sm" mb={4}>
              {t('whatHappened')}
            </Title>
            <ol className="inbox-happened">
              {calls.toReversed().map((call) => (
                <li key={call.id}>
                  <Text size="sm">{call.actionName}</Text>
                  <Text size="xs" c={call.state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}>
                    {call.error
                      ? explain(call.error)
                      : t('callAt', { state: t(`call_${call.state}`), time: time.clock(call.createdAt) })}
                  </Text>
                </li>
              ))}
            </ol>
          </div>
        )}
      </Stack>
    </Box>
  );
}

/** The browser of a visitor can say anything. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([currentLanguage()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
