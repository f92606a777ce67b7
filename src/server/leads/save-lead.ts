import type { PoolClient } from 'pg';
import type { NewLead } from '../../actions/define.ts';
import type { LeadOrigin } from '../conversations/cards/card-deps.ts';
import { newId } from '../platform/ids.ts';
import { findContactKey } from './contact-key.ts';
import { versionOfConsent } from './version-of-consent.ts';

/**
 * Stores a lead in the transaction of the card it came from; the card's id makes it one, however often it is sent. What
 * was typed but not sent yet is kept as `partial`, and becomes the lead when it is.
 * @returns its id; null: it was sent before, or by the team that tries its own form
 */
export async function saveLead(
  client: PoolClient,
  origin: LeadOrigin,
  lead: NewLead,
): Promise<string | null> {
  const { workspaceId, action, conversationId, visitorId } = origin;
  const isPartial = lead.isPartial === true;
  const { rows } = await client.query<{ id: string }>({
    name: 'save-lead',
    text: `insert into leads (id, workspace_id, agent_id, action_id, conversation_id, visitor_id, entry_id, values,
        consent, consent_version, state, contact_key)
      select $1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10::int, $11, $12
      from conversations where id = $5 and channel <> 'playground'
      on conflict (entry_id) do update set values = excluded.values, consent = excluded.consent,
        consent_version = excluded.consent_version, state = excluded.state, contact_key = excluded.contact_key
      where leads.state = 'partial' returning id`,
    values: [
      newId(),
      workspaceId,
      action.agentId,
      action.id,
      conversationId,
      visitorId,
      lead.entryId,
      lead.values,
      lead.consent,
      await versionOfConsent(client, { workspaceId, actionId: action.id }, lead.consent),
      isPartial ? 'partial' : 'complete',
      isPartial ? null : findContactKey(lead.values),
    ],
  });
  return rows[0]?.id ?? null;
}
