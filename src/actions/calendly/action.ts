import { z } from 'zod';
import { pathOf } from '../../connections/calendly/client/calendly-uri.ts';
import { meeting } from '../booking/meeting.ts';
import { defineAction } from '../define.ts';
import { pageOriginOf } from './page-origin.ts';

/** A meeting on Calendly, with an account that is connected. */
export const calendly = defineAction({
  kind: 'calendly',
  label: 'Calendly',
  description: 'Books a meeting on Calendly, on its own page in the chat.',
  proves: ['book'],
  waits: true,
  countsByHand: true,
  connects: 'calendly',
  settings: z.strictObject({
    connectionId: z.string().trim().min(1).max(100),
    /** As the picker of event types names it: `https://api.calendly.com/event_types/…`. */
    eventTypeUri: z.string().trim().max(300).refine(isEventType, {
      error: 'must be an event type of the connection, like https://api.calendly.com/event_types/…',
    }),
    /** Its page, the picker's `url`. Null: a page of calendly.com that is asked for when somebody sees the card. */
    schedulingUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable()
      .default(null),
    /** Times are shown, and booked, in the chat. Calendly takes that on paid plans only; on others its page is shown. */
    inChat: z.boolean().default(false),
  }),
  ...meeting,
  frameOrigins: (settings) => [pageOriginOf(settings)],
});

function isEventType(uri: string): boolean {
  try {
    return pathOf(uri, 'event_types') !== '';
  } catch {
    return false;
  }
}
