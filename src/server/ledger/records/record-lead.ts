import type { PoolClient } from 'pg';
import type { NewLead } from '../../../actions/define.ts';
import type { LeadOrigin } from '../../conversations/cards/card-deps.ts';
import { insertCall } from '../insert-call.ts';

/** A lead that a visitor sent is something that was done: in the ledger, in the transaction of its card. */
export async function recordLead(client: PoolClient, origin: LeadOrigin, lead: NewLead): Promise<void> {
  const { workspaceId, action, conversationId, visitorId, seq } = origin;
  const values = Object.entries(lead.values);
  await insertCall(client, {
    ...{ workspaceId, action, effect: 'write', repeatable: true, state: 'done' },
    place: { conversationId, visitorId, turnId: null, afterSeq: seq },
    key: `lead:${lead.entryId}`,
    inputs: Object.fromEntries(values.map(([name, value]) => [name, { value, source: 'form' }])),
    result: { status: 'submitted' },
  });
}
