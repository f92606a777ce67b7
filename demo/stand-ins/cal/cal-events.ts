/** An event that can be booked at the stand-in, as its owner set it up. */
export interface CalEvent {
  id: number;
  username: string;
  slug: string;
  title: string;
  minutes: number;
  /** Hours of the day, in UTC, at which it can begin. */
  hours: number[];
  /** What the form asks beside name and address; empty: nothing. */
  extraField?: string;
  requiresConfirmation?: boolean;
  /** Its page may be shown in no frame. */
  refusesFrames?: boolean;
}

const HOURS = [8, 9, 10, 13, 14, 15];

/** What the sample shop offers, and what tests need besides. */
export const SAMPLE_EVENTS: CalEvent[] = [
  { id: 101, username: 'fjell', slug: 'fitting', title: 'Fitting by video', minutes: 30, hours: HOURS },
  {
    id: 102,
    username: 'fjell',
    slug: 'visit',
    title: 'Visit in the shop',
    minutes: 45,
    hours: HOURS,
    extraField: 'shoe-size',
  },
  {
    id: 103,
    username: 'fjell',
    slug: 'framed-out',
    title: 'No frames',
    minutes: 15,
    hours: HOURS,
    extraField: 'age',
    refusesFrames: true,
  },
  {
    id: 104,
    username: 'fjell',
    slug: 'on-request',
    title: 'On request',
    minutes: 60,
    hours: HOURS,
    requiresConfirmation: true,
  },
];
