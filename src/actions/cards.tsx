import { ButtonCard } from './button/card.tsx';
import type { CardComponent } from './card-props.ts';
import { LeadFormCard } from './lead-form/card.tsx';

/** What each kind shows in the conversation. A kind without a card has no line. */
export const cards: Record<string, CardComponent> = {
  button: ButtonCard,
  'lead-form': LeadFormCard,
};
