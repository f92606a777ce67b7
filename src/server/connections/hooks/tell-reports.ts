import type { BookingReport } from '../../../connections/define.ts';
import type { ConnectionDeps } from '../connection-deps.ts';

const BATCH = 100;

/**
 * Tells who follows of reports that they were not told of: of this one, or of what is left of others. Whoever dies, or fails,
 * before it is marked is told again.
 */
export async function tellReports(
  { pool, events, log }: Pick<ConnectionDeps, 'pool' | 'events' | 'log'>,
  only: { connectionId: string; key: string } | null = null,
): Promise<void> {
  const { rows } = await pool.query<{
    connection_id: string;
    key: string;
    workspace_id: string;
    report: BookingReport;
  }>(
    `select connection_id, key, workspace_id, report from booking_reports
      where told_at is null and case when $1::text is null then created_at < now() - interval '1 minute'
        else connection_id = $1 and key = $2 end
      order by created_at limit ${BATCH}`,
    [only?.connectionId ?? null, only?.key ?? null],
  );
  const told: typeof rows = [];
  for (const row of rows) {
    const { connection_id: connectionId, workspace_id: workspaceId, report } = row;
    try {
      await events.tell('booking-reported', { workspaceId, connectionId, report });
      told.push(row);
    } catch (error) {
      log.error({ err: error, connectionId, uri: report.uri }, 'a report of a booking is told again later');
    }
  }
  if (told.length === 0) return;
  await pool.query(
    `update booking_reports set told_at = now()
      from unnest($1::text[], $2::text[]) as told (connection_id, key)
      where booking_reports.connection_id = told.connection_id and booking_reports.key = told.key`,
    [told.map((row) => row.connection_id), told.map((row) => row.key)],
  );
}
