/** What goes wrong on demand; each once, unless it says otherwise. */
export interface CalFaults {
  /** The next booking is made, and its answer never sent. */
  commitThenTimeout: boolean;
  /** The next booking is refused in this one of the three shapes. */
  slotTaken: 1 | 2 | 3 | null;
  /** So many of the next writes answer 500, and do nothing. */
  failNext: number;
  /** So many of the next requests answer 429. */
  tooMany: number;
  /** Only of these, such as `POST /bookings`. */
  tooManyAt?: string;
}
