import type { Client } from 'pg';

/** Whose data was erased, by nothing but the name of a row that is no more. */
export interface Erasure {
  workspaceId: string;
  kind: 'visitor' | 'lead' | 'call';
  id: string;
}

// Rows that were restored, and had been erased after the backup was made. What the database knows itself is done already.
const REAPPLY = `
with named as (
  select * from unnest($1::text[], $2::text[], $3::text[]) as named (workspace_id, kind, id)
  except select workspace_id, kind, id from erasures
), kept as (
  insert into erasures (workspace_id, kind, id) select workspace_id, kind, id from named on conflict do nothing
), reports as (
  delete from booking_reports using bookings, named
  where named.kind = 'visitor' and bookings.visitor_id = named.id and bookings.workspace_id = named.workspace_id
    and booking_reports.workspace_id = named.workspace_id
    and bookings.uid in (booking_reports.report ->> 'uri', booking_reports.report ->> 'replacesUri')
), answers as (
  -- Sealed, so nobody can tell whom they are about.
  update idempotency_keys set body = null
  where body is not null and scope in (select workspace_id from named)
), people as (
  delete from visitors using named
  where named.kind = 'visitor' and visitors.id = named.id and visitors.workspace_id = named.workspace_id returning 1
), contacts as (
  delete from leads using named
  where named.kind = 'lead' and leads.id = named.id and leads.workspace_id = named.workspace_id returning 1
), payloads as (
  update calls set request = null, response = null, result = null, card = null, inputs = '{}', has_payload = false
  from named where named.kind = 'call' and calls.id = named.id and calls.workspace_id = named.workspace_id
    and calls.has_payload returning 1
)
select (select count(*)::int from people) + (select count(*)::int from contacts)
  + (select count(*)::int from payloads) as count`;

/** Erases again what a backup has brought back. @returns how many rows there were */
export async function reapplyErasures(session: Client, erasures: Erasure[]): Promise<number> {
  const { rows } = await session.query<{ count: number }>(REAPPLY, [
    erasures.map(({ workspaceId }) => workspaceId),
    erasures.map(({ kind }) => kind),
    erasures.map(({ id }) => id),
  ]);
  return rows[0]?.count ?? 0;
}
