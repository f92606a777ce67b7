import { bookingCreated } from './bookings/booking-created.ts';
import { recordBooking } from './bookings/record-booking.ts';
import { saveBooking } from './bookings/save-booking.ts';
import type { ConversationDeps } from './conversations/deps.ts';
import { saveLead } from './leads/save-lead.ts';
import { recordLead } from './ledger/records/record-lead.ts';
import { leadSubmitted } from './webhooks/lead-submitted.ts';
import { recordEvent } from './webhooks/record-event.ts';

/** What a card leads to is kept, noted in the ledger and told, in the transaction of the card. */
export const keepOutcomes: Pick<ConversationDeps, 'saveLead' | 'saveBooking'> = {
  async saveLead(client, origin, lead) {
    const id = await saveLead(client, origin, lead);
    if (lead.isPartial) return;
    await recordLead(client, origin, lead);
    if (id !== null) await recordEvent(client, leadSubmitted(id, origin, lead));
  },
  async saveBooking(client, origin, booking) {
    const id = await saveBooking(client, origin, booking);
    await recordBooking(client, origin, booking);
    if (id !== null && booking.state === 'booked')
      await recordEvent(client, bookingCreated(id, origin, booking));
  },
};
