import { ActionIcon, Checkbox, Group, Stack, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { findSpanFault, type Span } from './find-span-fault.ts';
import { nextSpan } from './next-span.ts';
import { SpanFields } from './span-fields.tsx';

interface DayHoursProps {
  name: string;
  spans: Span[];
  onChange(spans: Span[]): void;
  /** What the server says of the day. */
  error: string | undefined;
}

const SPANS_MAX = 8;
const OPEN = { from: '09:00', to: '17:00' };

/** When it is open on one day: not at all, or in spans with breaks between them. */
export function DayHours({ name, spans, onChange, error }: DayHoursProps) {
  const { t } = useTranslation('actionEditor');
  const id = useId();
  const day = useRef<HTMLDivElement>(null);
  const faults = spans.map((_, index) => findSpanFault(spans, index));
  const fault = faults.find((found) => found !== null);
  const next = spans.length > 0 && spans.length < SPANS_MAX && !fault ? nextSpan(spans) : null;
  const message = fault ? t(`hours_${fault}`) : error;

  /** What is new has the focus, and what is left when something is gone. */
  function change(changed: Span[], focused: string): void {
    onChange(changed);
    requestAnimationFrame(() => day.current?.querySelector<HTMLElement>(focused)?.focus());
  }

  const add = next && (
    <ActionIcon
      variant="subtle"
      size={36}
      aria-label={t('addSpan', { day: name })}
      title={t('addSpan', { day: name })}
      onClick={() => change([...spans, next], `[data-span="${spans.length}"] input`)}
    >
      <Plus size={18} aria-hidden />
    </ActionIcon>
  );
  return (
    <Group ref={day} gap="xs" align="flex-start" role="group" aria-label={name} className="day-hours">
      <Checkbox
        label={name}
        w={128}
        mt={8}
        checked={spans.length > 0}
        onChange={(event) => onChange(event.currentTarget.checked ? [OPEN] : [])}
      />
      <Stack gap={6} miw={0}>
        {spans.length === 0 && (
          <Text size="sm" c="dimmed" mt={8}>
            {t('closed')}
          </Text>
        )}
        {spans.map((span, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a span has no identity but its place, its times are being typed
          <Group key={index} gap={4} wrap="nowrap" data-span={index}>
            <SpanFields
              {...{ span, day: name, number: index + 1, isOnly: spans.length === 1 }}
              isWrong={faults[index] !== null || error !== undefined}
              describedBy={message ? id : undefined}
              onChange={(changed) => onChange(spans.with(index, changed))}
              onRemove={() =>
                change(spans.toSpliced(index, 1), `[data-span="${Math.max(0, index - 1)}"] input`)
              }
            />
            {spans.length === 1 && add}
          </Group>
        ))}
        {spans.length > 1 && add}
        {message && (
          <Text size="sm" c="red" id={id} role="status">
            {message}
          </Text>
        )}
      </Stack>
    </Group>
  );
}
