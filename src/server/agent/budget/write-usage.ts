import type { Pool } from 'pg';
import type { ModelUse } from './count-usage.ts';

// A turn that was deleted meanwhile has nothing to be counted for, but was paid for. In the order of the keys, so that
// two processes never wait for each other in a circle.
const WRITE = `
with item as (
  select * from jsonb_to_recordset($1::jsonb) as item
    (workspace text, turn text, model text, input bigint, output bigint, cost bigint)
), by_turn as (
  insert into turn_usage (turn_id, model, input_tokens, output_tokens, cost_micros)
  select turns.id, item.model, sum(input), sum(output), sum(cost)
  from item join turns on turns.id = item.turn group by 1, 2 order by 1, 2
  on conflict (turn_id, model) do update set
    input_tokens = turn_usage.input_tokens + excluded.input_tokens,
    output_tokens = turn_usage.output_tokens + excluded.output_tokens,
    cost_micros = turn_usage.cost_micros + excluded.cost_micros
)
insert into model_usage (workspace_id, day, input_tokens, output_tokens, cost_micros)
select workspace, (now() at time zone 'utc')::date, sum(input), sum(output), sum(cost)
from item group by 1 order by 1
on conflict (workspace_id, day) do update set
  input_tokens = model_usage.input_tokens + excluded.input_tokens,
  output_tokens = model_usage.output_tokens + excluded.output_tokens,
  cost_micros = model_usage.cost_micros + excluded.cost_micros`;

/** Adds what was used to the turns and to the day, both or neither. */
export async function writeUsage(pool: Pool, uses: ModelUse[]): Promise<void> {
  const items = uses.map(({ workspaceId, turnId, model, inputTokens, outputTokens, costMicros }) => ({
    workspace: workspaceId,
    turn: turnId,
    model,
    input: inputTokens,
    output: outputTokens,
    cost: costMicros,
  }));
  await pool.query({ name: 'write-model-usage', text: WRITE, values: [JSON.stringify(items)] });
}
