import type { ConnectionDeps } from './connection-deps.ts';
import { tellReports } from './hooks/tell-reports.ts';
import type { Renewals } from './oauth/renewals.ts';
import { resumeRenewals } from './oauth/resume-renewals.ts';

/** Ends what a process that died has left half done, and forgets what is no longer needed. */
export async function sweepConnections(deps: ConnectionDeps, renewals: Renewals): Promise<void> {
  await resumeRenewals(deps, renewals);
  await tellReports(deps);
  await deps.pool.query('delete from oauth_states where expires_at < now()');
  await deps.pool.query(
    `delete from booking_reports where told_at is not null and created_at < now() - interval '7 days'`,
  );
}
