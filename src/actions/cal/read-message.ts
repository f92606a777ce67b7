import type { EmbedMessage } from '../booking/embed-frame.tsx';

/** Understands what a page of Cal says to the page around it. Its words come from outside: nothing of them is taken on trust. */
export function readCalMessage(data: unknown): EmbedMessage | null {
  if (!isObject(data) || data.originator !== 'CAL') return null;
  const detail = isObject(data.data) ? data.data : {};
  switch (data.type) {
    case '__iframeReady':
    case 'linkReady':
      return { type: 'ready' };
    case 'linkFailed':
      return { type: 'failed' };
    case '__dimensionChanged':
      return typeof detail.iframeHeight === 'number' ? { type: 'height', pixels: detail.iframeHeight } : null;
    case 'bookingSuccessfulV2':
    case 'rescheduleBookingSuccessfulV2':
      return { type: 'booked', uid: textOf(detail.uid), start: textOf(detail.startTime) };
    default:
      return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
