import type { Pool } from 'pg';
import { v7 } from 'uuid';
import { kinds } from '../../../actions/index.ts';
import type { Activity } from '../../../contract/actions/activity.ts';

const WEEK_MS = 7 * 24 * 3600 * 1000;

/** Ends that are nobody's fault: the visitor said no, or something took the place of the question. */
const NO_FAILURE = ['declined', 'expired', 'replaced', 'archived', 'changed'];

interface Row {
  id: string;
  shown: number;
  done: number;
  failed: number;
  call_id: string | null;
  error: string | null;
  at: Date | null;
}

/** What these actions did in the last seven days, in one query however many they are. */
export async function readActivity(
  pool: Pool,
  workspaceId: string,
  actionIds: string[],
): Promise<Map<string, Activity>> {
  if (actionIds.length === 0) return new Map();
  const since = Date.now() - WEEK_MS;
  const { rows } = await pool.query<Row>({
    name: 'activity-of-actions',
    text: ACTIVITY,
    values: [workspaceId, actionIds, lowestIdAt(since), new Date(since), NO_FAILURE, waiting],
  });
  return new Map(rows.map((row) => [row.id, toActivity(row)]));
}

const waiting = Object.values(kinds)
  .filter((kind) => 'waits' in kind && kind.waits)
  .map(({ kind }) => kind);

/** Ids are sorted by time, so the index that lists the calls of an action finds those of a week, too. */
function lowestIdAt(msecs: number): string {
  return v7({ msecs, seq: 0, random: new Uint8Array(16) });
}

const ACTIVITY = `
  select actions.id, cards.shown, coalesce(calls.failed, 0)::int as failed,
    greatest(coalesce(calls.done, 0), case when actions.kind = any($6) then 0 else cards.opened end)::int as done,
    broken.id as call_id, broken.error, broken.created_at as at
  from actions
  cross join lateral (
    select count(*)::int as shown, count(*) filter (where card ->> 'state' = 'opened')::int as opened
    from entries where entries.action_id = actions.id and card is not null and entries.created_at >= $4
  ) cards
  cross join lateral (
    select count(*) filter (where state = 'done') as done,
      count(*) filter (where state in ('failed', 'unknown') and coalesce(error, '') <> all($5)) as failed,
      max(calls.id) filter (where state = 'done') as last_done,
      max(calls.id) filter (where state in ('failed', 'unknown') and coalesce(error, '') <> all($5)) as last_failed
    from calls where calls.action_id = actions.id and calls.id >= $3 and conversation_id is not null
  ) calls
  left join calls broken
    on broken.id = calls.last_failed and (calls.last_done is null or calls.last_done < calls.last_failed)
  where actions.workspace_id = $1 and actions.id = any($2)`;

function toActivity({ shown, done, failed, call_id, error, at }: Row): Activity {
  const isBroken = call_id !== null && at !== null;
  return {
    shown,
    done,
    failed,
    lastError: isBroken ? { callId: call_id, error: error ?? 'failed', at: at.toISOString() } : null,
  };
}
