import { SendFailed } from '../../../connections/outgoing.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { CONNECTION_COLUMNS, type ConnectionRow } from '../connection-row.ts';
import type { Renewals } from './renewals.ts';

const BATCH = 20;

/**
 * Renewals that were begun and never saved: their process has died, or no answer came. They are tried again, so that a
 * connection whose refresh token is used up says so, before somebody needs it.
 */
export async function resumeRenewals(deps: ConnectionDeps, renewals: Renewals): Promise<void> {
  const { rows } = await deps.pool.query<ConnectionRow>(
    `select ${CONNECTION_COLUMNS} from connections
      where renewal_started_at < now() - interval '1 minute' and state <> 'reconnect'
      order by renewal_started_at limit ${BATCH}`,
  );
  for (const row of rows)
    await renewals.renew(row).catch((error) => {
      // What came of it stands in the row.
      if (!(error instanceof SendFailed)) throw error;
    });
}
