import type { Pool } from 'pg';
import type { Workspace, WorkspaceChange } from '../../../contract/workspace.ts';
import { notFound } from '../../platform/errors.ts';

export type WorkspaceSettings = Pick<Workspace, 'id' | 'name' | 'modelBudget'>;

interface Row {
  id: string;
  name: string;
  /** 64-bit numbers come as text. */
  daily_cost_micros: string | null;
  daily_tokens: string | null;
}

const COLUMNS = 'id, name, daily_cost_micros, daily_tokens';
const MICROS = 1_000_000;

/** @throws AppError `not_found` */
export async function readSettings(pool: Pool, workspaceId: string): Promise<WorkspaceSettings> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from workspaces where id = $1`, [workspaceId]);
  return toSettings(rows[0]);
}

/** What is not named stays. @throws AppError `not_found` */
export async function changeSettings(
  pool: Pool,
  workspaceId: string,
  { name, modelBudget = {} }: WorkspaceChange,
): Promise<WorkspaceSettings> {
  const { dailyCostUsd, dailyTokens } = modelBudget;
  const { rows } = await pool.query<Row>(
    `update workspaces set
       name = coalesce($2, name),
       daily_cost_micros = case when $3 then $4 else daily_cost_micros end,
       daily_tokens = case when $5 then $6 else daily_tokens end
     where id = $1 returning ${COLUMNS}`,
    [
      workspaceId,
      name ?? null,
      dailyCostUsd !== undefined,
      dailyCostUsd == null ? null : Math.round(dailyCostUsd * MICROS),
      dailyTokens !== undefined,
      dailyTokens ?? null,
    ],
  );
  return toSettings(rows[0]);
}

function toSettings(row: Row | undefined): WorkspaceSettings {
  if (!row) throw notFound('workspace');
  const { id, name, daily_cost_micros: micros, daily_tokens: tokens } = row;
  const dailyCostUsd = micros === null ? null : Number(micros) / MICROS;
  return { id, name, modelBudget: { dailyCostUsd, dailyTokens: tokens === null ? null : Number(tokens) } };
}
