import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { VList, type VListHandle } from 'virtua';
import { ThreadItemView } from './thread-item-view.tsx';
import type { ThreadItem } from './thread-items.ts';
import type { Outgoing } from './use-outbox.ts';

/** Nearer to the end than this, one reads the end, and goes on reading it. */
const NEAR_END_PX = 80;

interface ThreadProps {
  items: ThreadItem[];
  isTyping: boolean;
  onRetry(outgoing: Outgoing): void;
}

/** Only what can be seen is in the page, however long the conversation is. */
export function Thread({ items, isTyping, onRetry }: ThreadProps) {
  const { t } = useTranslation('inbox');
  const list = useRef<VListHandle>(null);
  const isAtEnd = useRef(true);
  const count = items.length + Number(isTyping);
  useEffect(() => {
    if (isAtEnd.current && count > 0) list.current?.scrollToIndex(count - 1, { align: 'end' });
  }, [count]);
  return (
    <VList
      ref={list}
      className="inbox-messages"
      role="log"
      aria-live="off"
      aria-label={t('messages')}
      tabIndex={0}
      onScroll={(offset) => {
        const { scrollSize = 0, viewportSize = 0 } = list.current ?? {};
        isAtEnd.current = offset + viewportSize >= scrollSize - NEAR_END_PX;
      }}
    >
      {items.map((item) => (
        <ThreadItemView key={item.key} item={item} onRetry={onRetry} />
      ))}
      {isTyping && (
        <Text key="typing" size="xs" c="dimmed" px="md" py="xs" role="status">
          {t('typing')}
        </Text>
      )}
    </VList>
  );
}
