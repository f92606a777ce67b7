import type { BookingReport } from '../../connections/define.ts';

/** What happens to connections. */
export type ConnectionEvents = {
  /** A person has to connect it anew; `problem` says why, and what to do. */
  'connection-lost': { workspaceId: string; connectionId: string; problem: string };
  /** A third party says that something was booked, moved or called off. Signed, and told until it was listened to. */
  'booking-reported': { workspaceId: string; connectionId: string; report: BookingReport };
};
