import type { PoolClient } from 'pg';
import type { NewBooking } from '../../actions/define.ts';
import type { LeadOrigin } from '../conversations/cards/card-deps.ts';
import { newId } from '../platform/ids.ts';

/**
 * Stores a meeting in the transaction of its card; one of each card, whose kind says what is newer. What the provider said
 * outweighs what a browser says.
 * @returns its id; null: what was known outweighs it
 */
export async function saveBooking(
  client: PoolClient,
  origin: LeadOrigin,
  booking: NewBooking,
): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>({
    name: 'save-booking',
    text: `insert into bookings (id, workspace_id, agent_id, action_id, conversation_id, visitor_id, entry_id, provider,
        uid, state, title, starts_at, ends_at, time_zone, links, said_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
        case when $10 <> 'reported' then now() end)
      on conflict (entry_id) do update set uid = excluded.uid, state = excluded.state, title = excluded.title,
        starts_at = excluded.starts_at, ends_at = excluded.ends_at, links = excluded.links,
        said_at = excluded.said_at, updated_at = now()
      where excluded.state <> 'reported'
      returning id`,
    values: [
      newId(),
      origin.workspaceId,
      origin.action.agentId,
      origin.action.id,
      origin.conversationId,
      origin.visitorId,
      origin.entryId,
      booking.provider,
      booking.uid,
      booking.state,
      booking.title,
      booking.startsAt,
      booking.endsAt,
      booking.timeZone,
      booking.links,
    ],
  });
  return rows[0]?.id ?? null;
}
