import type { Pool } from 'pg';
import type { AuditDeed } from '../../../contract/accounts/audit.ts';
import type { Log } from '../../platform/log.ts';
import type { AuditLog } from './audit-log.ts';

interface Deed {
  email: string;
  ip: string | null;
  action: AuditDeed;
  summary: string;
}

export type RecordPerson = (deed: Deed) => Promise<void>;

/** Notes what somebody did, or was tried in their name, outside of any workspace: in each of theirs. Who is nobody is noted nowhere. */
export function personRecorder(pool: Pool, audit: AuditLog, log: Log): RecordPerson {
  return async ({ email, ...deed }) => {
    try {
      const { rows } = await pool.query<{ id: string; name: string; workspace_id: string }>(
        `select users.id, users.name, members.workspace_id from users join members on members.user_id = users.id
         where users.email = $1 order by members.workspace_id limit 100`,
        [email],
      );
      for (const { id, name, workspace_id } of rows)
        await audit.add({
          ...deed,
          workspaceId: workspace_id,
          actor: { type: 'person', id, name },
          ...{ target: id, change: null },
        });
    } catch (error) {
      // It is done by now: to answer that it failed would be wrong.
      log.error({ err: error, action: deed.action }, 'the audit log missed something');
    }
  };
}
