import type { Pool } from 'pg';

/** Counts that a model proposed values that nobody gave. @returns how often it did so for one of these inputs, this time included */
export async function countUngrounded(
  pool: Pool,
  { conversationId, actionId, names }: { conversationId: string; actionId: string; names: string[] },
): Promise<number> {
  const { rows } = await pool.query<{ times: number }>({
    name: 'count-ungrounded',
    text: `insert into ungrounded_inputs (conversation_id, action_id, name)
      select $1, $2, unnest($3::text[])
      on conflict (conversation_id, action_id, name) do update set times = ungrounded_inputs.times + 1
      returning times`,
    values: [conversationId, actionId, names],
  });
  return Math.max(0, ...rows.map(({ times }) => times));
}
