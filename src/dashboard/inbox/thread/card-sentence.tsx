import { Text } from '@mantine/core';
import { SquareMousePointer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../../contract/entry.ts';

/** What a card showed, and what came of it, as a sentence: the team reads it, and does not use it. */
export function CardSentence({ card }: { card: Card }) {
  const { t } = useTranslation('inbox');
  const { title, text, message } = card.payload;
  const name = [title, text].find((word) => typeof word === 'string' && word !== '') as string | undefined;
  const values = readValues(card.payload);
  return (
    <>
      <Text size="sm" dir="auto">
        <SquareMousePointer size={13} aria-hidden />{' '}
        {t(`card_${card.state}`, { name: name ?? card.kind.replaceAll('-', ' ') })}
      </Text>
      {values.length > 0 && (
        <dl className="inbox-values">
          {values.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {typeof message === 'string' && message !== '' && (
        <Text size="sm" c="dimmed" dir="auto">
          {message}
        </Text>
      )}
    </>
  );
}

/** Cards with values have them as `values` or `rows`, whichever kind they are of. */
function readValues({ values, rows }: Card['payload']): { label: string; value: string }[] {
  const list = [values, rows].find(Array.isArray) ?? [];
  return list.flatMap((row: unknown) => {
    const { label, value } = (row ?? {}) as { label?: unknown; value?: unknown };
    return typeof label === 'string' && typeof value === 'string' ? [{ label, value }] : [];
  });
}
