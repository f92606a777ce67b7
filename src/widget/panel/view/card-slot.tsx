import type { CardProps } from '../../../actions/card-props.ts';
import { cards } from '../../../actions/cards.tsx';
import type { Card } from '../../../contract/entry.ts';
import type { Translate } from '../texts/translate.ts';

interface CardSlotProps {
  entryId: string;
  card: Card;
  send: CardProps<never>['send'];
  t: Translate;
}

/** The card of an entry, drawn by its kind. */
export function CardSlot({ entryId, card: { kind, state, payload }, send, t }: CardSlotProps) {
  const KindCard = cards[kind];
  if (!KindCard) return <p class="card sentence">{t('unknownCard')}</p>;
  // Only the kind knows its payload; the server made both.
  return <KindCard entryId={entryId} payload={payload as never} state={state} send={send} t={t} />;
}
