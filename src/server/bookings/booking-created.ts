import type { NewBooking } from '../../actions/define.ts';
import type { LeadOrigin } from '../conversations/cards/card-deps.ts';
import type { HappenedEvent } from '../webhooks/record-event.ts';

/** What webhooks are told of a meeting that its provider has confirmed. Once, however often that is said. */
export function bookingCreated(id: string, origin: LeadOrigin, booking: NewBooking): HappenedEvent {
  const { workspaceId, conversationId, visitorId, action } = origin;
  const { provider, uid, title, startsAt, endsAt, timeZone } = booking;
  return {
    ...{ workspaceId, conversationId, type: 'booking.created', id: `booking_${id}` },
    data: {
      ...{ id, provider, uid, title, startsAt, endsAt, timeZone, conversationId, visitorId },
      ...{ agentId: action.agentId, actionId: action.id },
    },
  };
}
