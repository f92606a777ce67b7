import type { EmbedMessage } from '../booking/embed-frame.tsx';

/** Understands what a page of Calendly says to the page around it. Its words come from outside: nothing of them is taken on trust. */
export function readCalendlyMessage(data: unknown): EmbedMessage | null {
  if (!isObject(data) || typeof data.event !== 'string') return null;
  const payload = isObject(data.payload) ? data.payload : {};
  switch (data.event) {
    case 'calendly.event_type_viewed':
    case 'calendly.profile_page_viewed':
    case 'calendly.date_and_time_selected':
      return { type: 'ready' };
    case 'calendly.page_height': {
      const pixels = /^(\d{1,5})(?:\.\d+)?px$/.exec(String(payload.height))?.[1];
      return pixels === undefined ? null : { type: 'height', pixels: Number(pixels) };
    }
    case 'calendly.event_scheduled': {
      const uri = isObject(payload.invitee) ? payload.invitee.uri : null;
      return { type: 'booked', uid: typeof uri === 'string' ? uri : null, start: null };
    }
    default:
      return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
