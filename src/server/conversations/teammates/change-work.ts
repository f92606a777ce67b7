import type { Pool } from 'pg';
import { AppError, notFound } from '../../platform/errors.ts';

/** Closes a conversation, or opens it again. Whoever writes to a closed one opens it, too. @throws AppError `not_found` */
export async function setClosed(
  pool: Pool,
  workspaceId: string,
  id: string,
  isClosed: boolean,
): Promise<void> {
  const { rowCount } = await pool.query({
    name: 'close-conversation',
    text: `update conversations set
        closed_at = case when $3 then coalesce(closed_at, now()) end,
        waiting_since = case when $3 then null else waiting_since end
      where workspace_id = $1 and id = $2`,
    values: [workspaceId, id, isClosed],
  });
  if (rowCount === 0) throw notFound('conversation');
}

/** Gives a conversation to a teammate; null: to nobody. @throws AppError `not_found`, or `invalid` when they are no member */
export async function setAssignee(
  pool: Pool,
  workspaceId: string,
  id: string,
  userId: string | null,
): Promise<void> {
  const { rows } = await pool.query<{ is_member: boolean }>({
    name: 'assign-conversation',
    text: `with member as (select user_id from members where workspace_id = $1 and user_id = $3),
      changed as (
        update conversations set assignee_id = (select user_id from member)
        where workspace_id = $1 and id = $2 and ($3::text is null or exists (select from member))
      )
      select exists (select from member) as is_member from conversations where workspace_id = $1 and id = $2`,
    values: [workspaceId, id, userId],
  });
  if (!rows[0]) throw notFound('conversation');
  if (userId === null || rows[0].is_member) return;
  throw new AppError('invalid', {
    publicMessage: 'They are not a member of this workspace. Choose somebody who is.',
    details: [{ path: 'userId', message: 'is not a member of this workspace' }],
  });
}
