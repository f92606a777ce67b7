import { type CalLink, isCalCloud } from '../../connections/cal/parse-cal-link.ts';
import type { BookingPayload } from '../booking/payload.ts';

const CLOUD_APP = 'https://app.cal.com';

/** Where the pages of an event's owner are: booking, cancelling. */
export function pagesOf({ origin }: CalLink): string {
  return origin === 'https://cal.com' ? CLOUD_APP : origin;
}

/** The page of an event as it is shown in a frame, and the origins that it may speak from. */
export function frameOf(link: CalLink): BookingPayload['frame'] {
  const pages = pagesOf(link);
  return {
    url: `${pages}/${link.calLink}/embed`,
    origins: isCalCloud(link.origin) ? [...new Set([pages, CLOUD_APP, 'https://cal.com'])] : [pages],
  };
}
