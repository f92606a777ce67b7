import type { ToldEvent } from '../define.ts';

const REASON_MAX_CHARS = 500;

/** The line for the channel; null: nothing that somebody has to come for, such as a teammate's own mute. */
export function formatEvent({ type, data, conversationUrl }: ToldEvent): string | null {
  if (type !== 'conversation.muted' || typeof data.reason !== 'string') return null;
  const reason = data.reason.trim().replaceAll(/\s+/g, ' ').slice(0, REASON_MAX_CHARS);
  const words = reason === '' ? '' : `: “${escapeText(reason)}”`;
  return `A visitor asks for a human${words}. <${conversationUrl}|Open the conversation>`;
}

/** Nothing that a visitor wrote becomes a link, or calls a channel together. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
