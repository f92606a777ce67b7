/**
 * The timeline of a conversation, as the widget and the Inbox see it.
 * Types and names only: the widget imports this file and must stay free of zod (see `entry-schema.ts`).
 */

export type AuthorType = 'visitor' | 'agent' | 'teammate' | 'system';

export interface Author {
  type: AuthorType;
  name: string;
}

export type CardState =
  | 'offered'
  | 'opened'
  | 'submitted'
  | 'dismissed'
  | 'confirmed'
  | 'declined'
  | 'booked'
  | 'expired';

/** `draft`: keeps what was typed so far, and changes no state. */
export type CardOp = 'open' | 'draft' | 'submit' | 'dismiss' | 'confirm' | 'decline' | 'booked';

/** The kind of a card that asks the visitor to confirm exact values, whichever action it is for. */
export const CONFIRMATION = 'confirmation';

/** What a confirmation card shows. The server made it from the values that would be sent. */
export interface ConfirmationPayload {
  title: string;
  values: { label: string; value: string }[];
  /** Of the exact values: what is confirmed is this, and nothing else. */
  hash: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
}

/** The kind of a card that asks the visitor for what a call still needs, whichever action it is for. */
export const INPUT_FORM = 'input-form';

export type FormFieldType =
  | 'text'
  | 'message'
  | 'email'
  | 'phone'
  | 'url'
  | 'number'
  | 'date'
  | 'time'
  | 'choice'
  | 'yes-no';

export interface InputFormField {
  name: string;
  type: FormFieldType;
  label: string;
  required: boolean;
  /** Of a `choice`. */
  options?: string[];
}

/** What a card asks for before a call: the values that are known already, and a field for each that is not. */
export interface InputFormPayload {
  title: string;
  values: { label: string; value: string }[];
  fields: InputFormField[];
  /** ISO 8601, UTC. */
  expiresAt: string;
}

/** A card's payload belongs to its kind; only the kind's `card.tsx` reads it. */
export interface Card {
  kind: string;
  state: CardState;
  payload: Record<string, unknown>;
}

/** Where an answer comes from. `url` is http(s) or absent. */
export interface Citation {
  sourceId: string;
  title: string;
  url?: string;
}

/** An image beside the words of an entry; width and height are known before it is here. */
export interface Attachment {
  id: string;
  type: string;
  /** Pixels. */
  width: number;
  height: number;
}

export interface Entry {
  id: string;
  /** Place in the timeline, from 1; never changes. Sort by it. */
  seq: number;
  /** Decimal string; raised by every create and update of an entry of this conversation. */
  cursor: string;
  conversationId: string;
  author: Author;
  /** ISO 8601, UTC. */
  at: string;
  text?: string;
  card?: Card;
  citations?: Citation[];
  attachments?: Attachment[];
  clientId?: string;
}
