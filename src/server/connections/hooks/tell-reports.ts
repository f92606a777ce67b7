import type { BookingReport } from '../../../connections/define.ts';
import type { ConnectionDeps } from '../connection-deps.ts';

const BATCH = 100;

/**
 * Tells who follows of reports that they were not told of: of this one, or of what a process that died has left. One that
 * dies between telling and marking has told, and it is told again.
 */
export async function tellReports(
  { pool, events }: Pick<ConnectionDeps, 'pool' | 'events'>,
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
  if (rows.length === 0) return;
  for (const { connection_id, workspace_id, report } of rows)
    events.emit('booking-reported', { workspaceId: workspace_id, connectionId: connection_id, report });
  await pool.query(
    `update booking_reports set told_at = now()
      from unnest($1::text[], $2::text[]) as told (connection_id, key)
      where booking_reports.connection_id = told.connection_id and booking_reports.key = told.key`,
    [rows.map((row) => row.connection_id), rows.map((row) => row.key)],
  );
}
