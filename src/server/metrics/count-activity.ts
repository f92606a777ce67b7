import type { Pool } from 'pg';

export interface Activity {
  turnsRunning: number;
  /** By state. */
  turnsEnded: Record<string, number>;
  /** By author. */
  messages: Record<string, number>;
}

/** The time that is looked back on: short enough that its rows are few, long enough for a glance every minute. */
export const WINDOW_MINUTES = 5;

// Ids begin with the time they were made at, so the newest rows lie together in the index of the ids.
const COUNT = `
select 'ended' as what, state as of, count(*)::int as count from turns
where id > $1 and state <> 'running' group by state
union all
select 'running', '', count(*)::int from turns where state = 'running'
union all
select 'message', author_type, count(*)::int from entries where id > $1 and text is not null group by author_type`;

interface Row {
  what: 'ended' | 'running' | 'message';
  of: string;
  count: number;
}

/** What goes on in the whole database, whichever process does it. */
export async function countActivity(pool: Pool): Promise<Activity> {
  const { rows } = await pool.query<Row>({
    name: 'count-activity',
    text: COUNT,
    values: [firstIdSince(Date.now() - WINDOW_MINUTES * 60_000)],
  });
  const pick = (what: Row['what']) =>
    Object.fromEntries(rows.filter((row) => row.what === what).map(({ of, count }) => [of, count]));
  const none = { visitor: 0, agent: 0, teammate: 0, system: 0 };
  return {
    turnsRunning: pick('running')[''] ?? 0,
    turnsEnded: { done: 0, failed: 0, superseded: 0, cancelled: 0, ...pick('ended') },
    messages: { ...none, ...pick('message') },
  };
}

function firstIdSince(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}`;
}
