/** What a booking card shows, whichever provider it is of. */
export interface BookingPayload {
  /** `new`: nobody has looked for times yet. `slots`: in the chat. `page`: only the provider's page can book it. */
  mode: 'new' | 'slots' | 'page';
  /** The provider's page, for a new tab. */
  link: string;
  /** The same page for a frame, and the origins that it may speak from. */
  frame: { url: string; origins: string[] };
  /** What is known of the visitor; empty: nothing. */
  name: string;
  email: string;
  /** Of the event; empty: not known. */
  title: string;
  minutes: number | null;
  /** Starts that can be booked: ISO 8601, UTC, in their order. */
  slots: string[];
  /** When they were read. ISO 8601. */
  readAt: string;
  /** How often the visitor has booked here, successfully or not. */
  attempt: number;
  /** What the visitor wants, while it is being booked. */
  choice: BookingChoice | null;
  /** Why the last attempt came to nothing; `unknown`: nobody knows what came of it. */
  notice: 'taken' | 'busy' | 'failed' | 'page' | 'unknown' | null;
  booked: BookedMeeting | null;
  /** What the visitor's browser says it is called. */
  reportedUid: string | null;
}

export interface BookingChoice {
  start: string;
  timeZone: string;
  name: string;
  email: string;
  language: string;
}

export interface BookedMeeting {
  state: 'reported' | 'requested' | 'booked' | 'rescheduled' | 'cancelled';
  /** ISO 8601, UTC; null: the browser did not say. */
  start: string | null;
  timeZone: string;
  email: string;
  links: { cancel?: string; reschedule?: string };
}
