/**
 * What the dashboard and the form of a kind of connection have in common. A kind's `form.tsx` says what it is for, what is asked,
 * and how that becomes settings and credentials. It draws only: the dashboard sends it, and says what is wrong.
 */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

export type Language = 'en' | 'de';

/** What is asked, by name. */
export type Answers = Record<string, string>;

export interface FieldsProps {
  answers: Answers;
  onChange(answers: Answers): void;
  /** What the server says of a place: `credentials.token`. */
  errorAt(path: string): string | undefined;
  language: Language;
  /** Something is stored already: what is secret may stay empty, and then stays as it is. */
  isStored: boolean;
}

export interface ConnectionForm {
  icon: LucideIcon;
  label: string;
  /** What it is for, in a sentence. */
  purpose: Record<Language, string>;
  /** What one has to do at the third party, and where. */
  help: { text: Record<Language, string>; url: string | null };
  /** Before anything is typed. `settings`: those that are stored. */
  start(settings: Record<string, unknown>): Answers;
  toParts(answers: Answers): { settings: Record<string, unknown>; credentials?: unknown };
  Fields: ComponentType<FieldsProps>;
  /** It works by itself: no action uses it. */
  isOnItsOwn?: true;
  /** As its definition says: only owners connect it. */
  isForOwners?: true;
  /** Its tools can be made into actions of this kind. */
  toolAction?: string;
}
