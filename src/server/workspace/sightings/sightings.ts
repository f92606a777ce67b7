import type { Pool } from 'pg';
import type { Sighting } from '../../../contract/widget/sighting.ts';
import type { Log } from '../../platform/log.ts';

const HOUR_MS = 3_600_000;
/** Anybody can name any site, so neither the table nor the memory of a process may grow with what is named. */
const ORIGINS_MAX = 50;
const KEPT_MAX = 5_000;

/** The sites that load widgets: one row each, written once an hour. */
export function sightingStore({ pool, log }: { pool: Pool; log: Log }) {
  /** Until when there is nothing to write. */
  const noted = new Map<string, number>();

  return {
    /** Never in the way of the page: what cannot be written down is tried an hour later. */
    note(agentId: string, page: string): void {
      const origin = readOrigin(page);
      if (origin === null) return;
      const key = `${agentId} ${origin}`;
      const now = Date.now();
      if ((noted.get(key) ?? 0) > now) return;
      if (noted.size >= KEPT_MAX) noted.clear();
      noted.set(key, now + HOUR_MS);
      pool
        .query({ name: 'note-sighting', text: NOTE, values: [agentId, origin] })
        .catch((error) => log.warn({ err: error }, 'a site that loads the widget was not written down'));
    },

    /** The newest first. */
    async list(workspaceId: string, agentId: string): Promise<Sighting[]> {
      const { rows } = await pool.query<{ origin: string; first_seen_at: Date; seen_at: Date }>(
        `select origin, first_seen_at, seen_at from widget_sightings
          where agent_id = $2 and workspace_id = $1 order by seen_at desc limit ${ORIGINS_MAX}`,
        [workspaceId, agentId],
      );
      return rows.map((row) => ({
        origin: row.origin,
        firstSeenAt: row.first_seen_at.toISOString(),
        seenAt: row.seen_at.toISOString(),
      }));
    },
  };
}

const NOTE = `insert into widget_sightings (workspace_id, agent_id, origin)
  select workspace_id, id, $2 from agents
  where id = $1 and ((select count(*) from widget_sightings where agent_id = $1) < ${ORIGINS_MAX}
    or exists (select from widget_sightings where agent_id = $1 and origin = $2))
  on conflict (agent_id, origin) do update set seen_at = now()`;

function readOrigin(page: string): string | null {
  if (page.length > 2_000 || !URL.canParse(page)) return null;
  const { protocol, origin } = new URL(page);
  return /^https?:$/.test(protocol) && origin.length <= 200 ? origin : null;
}
