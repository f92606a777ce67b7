import { ButtonCard } from './button/card.tsx';
import type { CardComponent } from './card-props.ts';
import { HttpCard } from './http/card.tsx';
import { lazyCard } from './lazy-card.tsx';
import { LeadFormCard } from './lead-form/card.tsx';

/** What each kind shows in the conversation, and the card that asks to confirm. A kind without a card has no line. */
export const cards: Record<string, CardComponent> = {
  button: ButtonCard,
  cal: lazyCard(async () => (await import('./cal/card.tsx')).CalCard),
  calendly: lazyCard(async () => (await import('./calendly/card.tsx')).CalendlyCard),
  confirmation: lazyCard(async () => (await import('./confirmation-card.tsx')).ConfirmationCard),
  http: HttpCard,
  'input-form': lazyCard(async () => (await import('./input-form-card.tsx')).InputFormCard),
  'lead-form': LeadFormCard,
};
