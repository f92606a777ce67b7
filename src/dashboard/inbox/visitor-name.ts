import type { Conversation } from '../../contract/conversation.ts';

/** Null: nobody knows, and the texts have a word for them. */
export function visitorName({ visitorName: name, visitorEmail: email }: Conversation): string | null {
  return name?.trim() || email?.trim() || null;
}
