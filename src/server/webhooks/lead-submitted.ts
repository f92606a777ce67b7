import type { NewLead } from '../../actions/define.ts';
import type { LeadOrigin } from '../conversations/cards/card-deps.ts';
import type { HappenedEvent } from './record-event.ts';

/** The event of a new lead. */
export function leadSubmitted(id: string, origin: LeadOrigin, lead: NewLead): HappenedEvent {
  const { workspaceId, conversationId, visitorId, action } = origin;
  const { values, consent } = lead;
  return {
    workspaceId,
    type: 'lead.submitted',
    id: `lead_${id}`,
    conversationId,
    data: {
      leadId: id,
      ...{ agentId: action.agentId, actionId: action.id, conversationId, visitorId },
      ...{ values, consent },
    },
  };
}
