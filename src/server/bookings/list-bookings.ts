import type { Pool } from 'pg';
import type { Booking } from '../../contract/actions/booking.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../platform/http/paging.ts';

interface Row {
  id: string;
  agent_id: string;
  action_id: string;
  conversation_id: string;
  visitor_id: string;
  provider: string;
  uid: string | null;
  state: Booking['state'];
  title: string;
  starts_at: Date | null;
  ends_at: Date | null;
  time_zone: string;
  links: Booking['links'];
  created_at: Date;
  updated_at: Date;
}

export interface BookingFilter {
  state?: Booking['state'] | undefined;
  conversationId?: string | undefined;
}

/** The newest first. */
export async function listBookings(
  pool: Pool,
  workspaceId: string,
  { state, conversationId, ...page }: PageQuery & BookingFilter,
) {
  const { rows } = await pool.query<Row>(
    `select id, agent_id, action_id, conversation_id, visitor_id, provider, uid, state, title, starts_at, ends_at,
        time_zone, links, created_at, updated_at from bookings
      where workspace_id = $1 and ($2::text is null or id < $2) and ($3::text is null or state = $3)
        and ($4::text is null or conversation_id = $4)
      order by id desc limit $5`,
    [
      workspaceId,
      readCursor(page.cursor, idCursor)?.[0] ?? null,
      state ?? null,
      conversationId ?? null,
      page.limit + 1,
    ],
  );
  return toPage(rows, page.limit, (row) => [row.id], toBooking);
}

function toBooking(row: Row): Booking {
  const { id, provider, uid, state, title, links } = row;
  return {
    ...{ id, provider, uid, state, title, links },
    agentId: row.agent_id,
    actionId: row.action_id,
    conversationId: row.conversation_id,
    visitorId: row.visitor_id,
    startsAt: row.starts_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    timeZone: row.time_zone,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
