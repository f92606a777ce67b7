import type { Pool } from 'pg';

export interface StoredUsage {
  /** `YYYY-MM-DD`, in UTC. */
  day: string;
  inputTokens: number;
  outputTokens: number;
  costMicros: number;
  limits: { dailyTokens: number | null; dailyCostMicros: number | null };
}

// 64-bit numbers come as text from the driver; as JSON they are numbers.
const READ = `
select to_json(one) as usage from (
  select to_char(now() at time zone 'utc', 'YYYY-MM-DD') as day,
    coalesce(used.input_tokens, 0) as "inputTokens", coalesce(used.output_tokens, 0) as "outputTokens",
    coalesce(used.cost_micros, 0) as "costMicros",
    json_build_object('dailyTokens', workspaces.daily_tokens, 'dailyCostMicros', workspaces.daily_cost_micros) as limits
  from workspaces
  left join model_usage used on used.workspace_id = workspaces.id and used.day = (now() at time zone 'utc')::date
  where workspaces.id = $1
) one`;

/** What a workspace's models have used today, as it is stored, and what they may use. */
export async function readUsage(pool: Pool, workspaceId: string): Promise<StoredUsage> {
  const { rows } = await pool.query<{ usage: StoredUsage }>({
    name: 'read-model-usage',
    text: READ,
    values: [workspaceId],
  });
  if (!rows[0]) throw new Error(`there is no workspace ${workspaceId}`);
  return rows[0].usage;
}
