import type { Pool } from 'pg';
import type { Secret } from '../../../contract/secret.ts';
import { USES } from '../references/uses.ts';

interface Row {
  name: string;
  hosts: string[];
  last4: string;
  used_by: Secret['usedBy'];
  created_at: Date;
  updated_at: Date;
}

interface Selection {
  /** Null: all of them. */
  name: string | null;
  after: string | null;
  limit: number;
}

/** What people may know of the secrets of a workspace, sorted by name. Their values are not even read. */
export async function readSecrets(pool: Pool, workspaceId: string, selection: Selection): Promise<Secret[]> {
  const { name, after, limit } = selection;
  const { rows } = await pool.query<Row>(SELECT, [workspaceId, name, after, limit]);
  return rows.map((row) => ({
    name: row.name,
    hosts: row.hosts,
    last4: row.last4,
    usedBy: row.used_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }));
}

// Every mention in the workspace is found once, however many secrets there are.
const SELECT = `
with ${USES}
select secrets.name, hosts, last4, created_at, updated_at,
  coalesce(
    jsonb_agg(
      jsonb_build_object('type', uses.type, 'id', uses.id, 'name', uses.name, 'agentId', uses.agent_id)
      order by uses.type, uses.id
    ) filter (where uses.id is not null),
    '[]'
  ) as used_by
from secrets
left join uses on uses.target_type = 'secret' and uses.target = secrets.name
where secrets.workspace_id = $1
  and ($2::text is null or secrets.name = $2)
  and ($3::text is null or secrets.name > $3)
group by secrets.workspace_id, secrets.name
order by secrets.name
limit $4`;
