import { Badge, Box, Button, Group, Text } from '@mantine/core';
import { Bot, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../contract/call.ts';
import type { Entry } from '../../../contract/entry.ts';
import { Markdown } from '../../ui/markdown.tsx';
import { useExplain } from '../../ui/states/use-explain.ts';
import { useTime } from '../use-time.ts';
import { CardSentence } from './card-sentence.tsx';
import { Images } from './images.tsx';
import type { ThreadItem } from './thread-items.ts';
import type { Outgoing } from './use-outbox.ts';

interface ThreadItemViewProps {
  item: ThreadItem;
  onRetry(outgoing: Outgoing): void;
}

export function ThreadItemView({ item, onRetry }: ThreadItemViewProps) {
  const { t } = useTranslation('inbox');
  switch (item.type) {
    case 'entry':
      return <EntryView entry={item.entry} />;
    case 'call':
      return <CallLine call={item.call} />;
    case 'note':
      return (
        <Bubble from="note" who={t('noteBy', { name: item.note.authorName })} at={item.at}>
          <Markdown text={item.note.text} />
        </Bubble>
      );
    case 'outgoing':
      return <OutgoingView outgoing={item.outgoing} onRetry={onRetry} />;
  }
}

function EntryView({ entry }: { entry: Entry }) {
  const { t } = useTranslation('inbox');
  const { author, text, card, citations, attachments, at } = entry;
  if (author.type === 'system' && !card)
    return (
      <Text size="xs" c="dimmed" ta="center" px="md" py={6} dir="auto">
        {text}
      </Text>
    );
  const who = author.name || t(author.type === 'visitor' ? 'visitor' : 'agentName');
  return (
    <Bubble
      from={author.type === 'system' ? 'agent' : author.type}
      who={author.type === 'visitor' ? undefined : who}
      at={at}
    >
      {text && <Markdown text={text} />}
      {attachments && <Images attachments={attachments} who={who} />}
      {card && <CardSentence card={card} />}
      {citations && citations.length > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('sources', { titles: citations.map(({ title }) => title).join(', ') })}
        </Text>
      )}
    </Bubble>
  );
}

function CallLine({ call }: { call: Call }) {
  const { t } = useTranslation('inbox');
  const ms = call.attempts.at(-1)?.ms;
  const isBad = call.state === 'failed' || call.state === 'unknown';
  return (
    <Group justify="flex-end" px="md" py={3}>
      <Badge
        variant="default"
        size="sm"
        tt="none"
        leftSection={<Zap size={11} aria-hidden />}
        c={isBad ? 'var(--mantine-color-error)' : undefined}
        className="inbox-call"
      >
        {ms === undefined
          ? t('call', { name: call.actionName, state: t(`call_${call.state}`) })
          : t('callTimed', { name: call.actionName, state: t(`call_${call.state}`), ms: Math.round(ms) })}
      </Badge>
    </Group>
  );
}

function OutgoingView({ outgoing, onRetry }: { outgoing: Outgoing; onRetry(outgoing: Outgoing): void }) {
  const { t } = useTranslation('inbox');
  const explain = useExplain();
  const { kind, text, attachments, error } = outgoing;
  return (
    <Bubble from={kind === 'note' ? 'note' : 'teammate'} who={error ? t('notSent') : t('sending')}>
      <Markdown text={text} />
      <Images attachments={attachments} who={t('you')} />
      {error !== null && (
        <Group gap="xs" mt={4} role="alert">
          <Text size="xs" c="var(--mantine-color-error)">
            {explain(error)}
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => onRetry(outgoing)}>
            {t('tryAgain')}
          </Button>
        </Group>
      )}
    </Bubble>
  );
}

interface BubbleProps {
  from: 'visitor' | 'agent' | 'teammate' | 'note';
  who?: string | undefined;
  at?: string;
  children: ReactNode;
}

function Bubble({ from, who, at, children }: BubbleProps) {
  const { clock } = useTime();
  return (
    <Box px="md" py={5} className="inbox-line" data-from={from}>
      <Box className="inbox-bubble">
        {(who || at) && (
          <Group gap={6} wrap="nowrap">
            {from === 'agent' && <Bot size={14} aria-hidden />}
            {who && (
              <Text size="xs" fw={650} truncate>
                {who}
              </Text>
            )}
            {at && (
              <Text size="xs" className="inbox-at">
                {clock(at)}
              </Text>
            )}
          </Group>
        )}
        {children}
      </Box>
    </Box>
  );
}
