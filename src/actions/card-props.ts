import type { ComponentType } from 'preact';
import type { CardOp, CardState } from '../contract/entry.ts';

/** A problem at one field of a card, from the server's 422 `details`. */
export interface CardProblem {
  path: string;
  /** `required`, `email`, `phone`, `too_long`, …: the card words it in the visitor's language. */
  code: string;
  message: string;
}

/** What the widget gives a kind's card. The card draws; it never fetches. */
export interface CardProps<Payload> {
  entryId: string;
  payload: Payload;
  state: CardState;
  /** Resolves when the server has it; rejects with the problems when the values are invalid. */
  send(op: CardOp, values?: Record<string, unknown>): Promise<{ problems: CardProblem[] } | null>;
  /** A text of the widget in the visitor's language; `{name}` is filled from `values`. */
  t(key: string, values?: Record<string, string | number>): string;
}

/** A kind's card as the registry holds it: each card knows its own payload, the registry none. */
export type CardComponent = ComponentType<CardProps<never>>;
