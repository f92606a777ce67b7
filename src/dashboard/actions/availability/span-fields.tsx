import { ActionIcon, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Span } from './find-span-fault.ts';

interface SpanFieldsProps {
  span: Span;
  /** As people call it. */
  day: string;
  /** Of the span in its day. */
  number: number;
  isOnly: boolean;
  isWrong: boolean;
  describedBy: string | undefined;
  onChange(span: Span): void;
  onRemove(): void;
}

/** The end of a day: a clock that is asked for a time knows no 24:00. */
const MIDNIGHT = '24:00';

/** From when to when. */
export function SpanFields({ span, day, number, isOnly, isWrong, ...rest }: SpanFieldsProps) {
  const { t } = useTranslation('actionEditor');
  const { describedBy, onChange, onRemove } = rest;
  const name = isOnly ? day : t('spanOf', { day, number });
  const field = (end: keyof Span) => (
    <TextInput
      type="time"
      aria-label={t(end, { day: name })}
      value={span[end] === MIDNIGHT ? '00:00' : span[end]}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...span, [end]: end === 'to' && value === '00:00' ? MIDNIGHT : value })
      }
      error={isWrong}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
    />
  );
  return (
    <>
      {field('from')}
      <span aria-hidden>–</span>
      {field('to')}
      {!isOnly && (
        <ActionIcon
          variant="subtle"
          size={36}
          aria-label={t('removeSpan', { day: name })}
          title={t('removeSpan', { day: name })}
          onClick={onRemove}
        >
          <Trash2 size={18} aria-hidden />
        </ActionIcon>
      )}
    </>
  );
}
