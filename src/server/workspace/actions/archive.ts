import type { Pool } from 'pg';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { lockReferences } from '../references/lock-references.ts';
import { refuseInUse } from '../references/remove-referenced.ts';
import { archiveAction } from './archive-actions.ts';

/** How long an archived action can be restored. */
export const ARCHIVE_DAYS = 30;

/** Where actions go, and are deleted for good from. */
export function actionArchive(pool: Pool) {
  return {
    /** @throws AppError `not_found`, or `in_use` with what uses it */
    async archive(workspaceId: string, id: string): Promise<void> {
      await inTransaction(pool, async (client) => {
        await lockReferences(client, workspaceId, 'exclusive');
        const { rowCount } = await client.query('select from actions where workspace_id = $1 and id = $2', [
          workspaceId,
          id,
        ]);
        if (!rowCount) throw notFound('action');
        await refuseInUse(client, workspaceId, { type: 'action', id });
        await archiveAction(client, workspaceId, id);
      });
    },

    /** Conversations, leads and the ledger keep what they have of it. @throws AppError `not_found`, or `conflict` before it is archived */
    async removeForGood(workspaceId: string, id: string): Promise<void> {
      const { rows } = await pool.query<{ removed: boolean }>(REMOVE, [workspaceId, id]);
      if (!rows[0]) throw notFound('action');
      if (!rows[0].removed)
        throw new AppError('conflict', {
          publicMessage: 'Archive this action first. Only an archived one can be deleted for good.',
        });
    },

    /** Deletes what can be restored no more. */
    async purge(): Promise<void> {
      await pool.query(`with gone as (
          delete from actions where archived_at < now() - interval '${ARCHIVE_DAYS} days' returning id
        )
        delete from call_limits using gone where action_id = gone.id`);
    },
  };
}

export type ActionArchive = ReturnType<typeof actionArchive>;

const REMOVE = `
with found as (
  select id from actions where workspace_id = $1 and id = $2 for update
), gone as (
  delete from actions using found where actions.id = found.id and archived_at is not null returning actions.id
), limits as (
  delete from call_limits using gone where action_id = gone.id
)
select gone.id is not null as removed from found left join gone on gone.id = found.id`;
