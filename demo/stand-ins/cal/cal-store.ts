import { randomUUID } from 'node:crypto';
import type { CalEvent } from './cal-events.ts';

export interface StoredBooking {
  id: number;
  uid: string;
  event: CalEvent;
  status: 'accepted' | 'pending' | 'cancelled';
  start: string;
  end: string;
  attendee: { name: string; email: string; timeZone: string };
  metadata: Record<string, string>;
  createdAt: string;
  rescheduledToUid?: string;
}

const RESERVED_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/** The calendar behind the stand-in: what is free, held and booked. It lives as long as the process. */
export class CalStore {
  readonly bookings: StoredBooking[] = [];
  /** By event and start. */
  private readonly reserved = new Map<string, { uid: string; until: number }>();
  readonly events: CalEvent[];

  constructor(events: CalEvent[]) {
    this.events = events;
  }

  find(by: { id?: number; username?: string; slug?: string }): CalEvent | undefined {
    return this.events.find((event) =>
      by.id === undefined ? event.username === by.username && event.slug === by.slug : event.id === by.id,
    );
  }

  /** Starts from `from` to `to`, in UTC, on working days. */
  listSlots(event: CalEvent, from: Date, to: Date): string[] {
    const slots: string[] = [];
    for (let day = Math.floor(from.getTime() / DAY_MS) * DAY_MS; day < to.getTime(); day += DAY_MS) {
      if ([0, 6].includes(new Date(day).getUTCDay())) continue;
      for (const hour of event.hours) {
        const start = new Date(day + hour * 3_600_000);
        if (
          start > from &&
          start < to &&
          start.getTime() > Date.now() &&
          this.isFree(event, start.toISOString())
        )
          slots.push(start.toISOString());
      }
    }
    return slots;
  }

  isOffered(event: CalEvent, start: string): boolean {
    const time = new Date(start);
    return (
      event.hours.includes(time.getUTCHours()) && time.getUTCMinutes() === 0 && time.getTime() > Date.now()
    );
  }

  isBooked(event: CalEvent, start: string): boolean {
    return this.bookings.some(
      (booking) => booking.event.id === event.id && booking.start === start && booking.status !== 'cancelled',
    );
  }

  private isFree(event: CalEvent, start: string): boolean {
    return !this.isBooked(event, start) && !this.isReserved(event, start);
  }

  isReserved(event: CalEvent, start: string): boolean {
    return (this.reserved.get(`${event.id} ${start}`)?.until ?? 0) > Date.now();
  }

  reserve(event: CalEvent, start: string): { reservationUid: string; reservationUntil: string } {
    const until = Date.now() + RESERVED_MS;
    const uid = randomUUID();
    this.reserved.set(`${event.id} ${start}`, { uid, until });
    return { reservationUid: uid, reservationUntil: new Date(until).toISOString() };
  }

  release(reservationUid: string): void {
    for (const [key, { uid }] of this.reserved) if (uid === reservationUid) this.reserved.delete(key);
  }

  book(event: CalEvent, values: Pick<StoredBooking, 'start' | 'attendee' | 'metadata'>): StoredBooking {
    const booking: StoredBooking = {
      ...values,
      id: this.bookings.length + 1,
      uid: randomUUID().replaceAll('-', '').slice(0, 22),
      event,
      status: event.requiresConfirmation ? 'pending' : 'accepted',
      end: new Date(Date.parse(values.start) + event.minutes * 60_000).toISOString(),
      createdAt: new Date().toISOString(),
    };
    this.bookings.push(booking);
    this.reserved.delete(`${event.id} ${values.start}`);
    return booking;
  }

  /** Moves a booking: the old one is cancelled, and names the new one. */
  reschedule(old: StoredBooking, start: string): StoredBooking {
    old.status = 'cancelled';
    const moved = this.book(old.event, { ...old, start });
    old.rescheduledToUid = moved.uid;
    return moved;
  }
}
