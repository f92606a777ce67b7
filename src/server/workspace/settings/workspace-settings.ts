import type { Pool } from 'pg';
import type { WorkspaceDefaults } from '../../../actions/define.ts';
import type { Workspace, WorkspaceChange } from '../../../contract/workspace.ts';
import { notFound } from '../../platform/errors.ts';
import { checkEventLink } from './check-event-link.ts';

export type WorkspaceSettings = Omit<Workspace, 'usageToday'>;

interface Row {
  id: string;
  name: string;
  /** 64-bit numbers come as text. */
  daily_cost_micros: string | null;
  daily_tokens: string | null;
  event_link: string | null;
  conversation_days: number;
  call_payload_days: number;
  webhook_body_days: number;
}

const COLUMNS = `id, name, daily_cost_micros, daily_tokens, event_link,
  conversation_days, call_payload_days, webhook_body_days`;
const MICROS = 1_000_000;

/** @throws AppError `not_found` */
export async function readSettings(pool: Pool, workspaceId: string): Promise<WorkspaceSettings> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from workspaces where id = $1`, [workspaceId]);
  return toSettings(rows[0]);
}

/** What is not named stays. @throws AppError `not_found`, `invalid` */
export async function changeSettings(
  pool: Pool,
  workspaceId: string,
  { name, modelBudget = {}, eventLink, retention = {} }: WorkspaceChange,
): Promise<WorkspaceSettings> {
  const { dailyCostUsd, dailyTokens } = modelBudget;
  if (eventLink) checkEventLink(eventLink);
  const { rows } = await pool.query<Row>(
    `update workspaces set
       name = coalesce($2, name),
       daily_cost_micros = case when $3 then $4 else daily_cost_micros end,
       daily_tokens = case when $5 then $6 else daily_tokens end,
       event_link = case when $7 then $8 else event_link end,
       conversation_days = coalesce($9, conversation_days),
       call_payload_days = coalesce($10, call_payload_days),
       webhook_body_days = coalesce($11, webhook_body_days)
     where id = $1 returning ${COLUMNS}`,
    [
      workspaceId,
      name ?? null,
      dailyCostUsd !== undefined,
      dailyCostUsd == null ? null : Math.round(dailyCostUsd * MICROS),
      dailyTokens !== undefined,
      dailyTokens ?? null,
      eventLink !== undefined,
      eventLink ?? null,
      retention.conversationDays ?? null,
      retention.callPayloadDays ?? null,
      retention.webhookBodyDays ?? null,
    ],
  );
  return toSettings(rows[0]);
}

/** What actions fall back on. */
export async function readDefaults(
  pool: Pick<Pool, 'query'>,
  workspaceId: string,
): Promise<WorkspaceDefaults> {
  const { rows } = await pool.query<{ event_link: string | null }>({
    name: 'workspace-defaults',
    text: 'select event_link from workspaces where id = $1',
    values: [workspaceId],
  });
  return { eventLink: rows[0]?.event_link ?? null };
}

function toSettings(row: Row | undefined): WorkspaceSettings {
  if (!row) throw notFound('workspace');
  const { id, name, daily_cost_micros: micros, daily_tokens: tokens, event_link: eventLink } = row;
  const dailyCostUsd = micros === null ? null : Number(micros) / MICROS;
  const dailyTokens = tokens === null ? null : Number(tokens);
  const retention = {
    conversationDays: row.conversation_days,
    callPayloadDays: row.call_payload_days,
    webhookBodyDays: row.webhook_body_days,
  };
  return { id, name, modelBudget: { dailyCostUsd, dailyTokens }, eventLink, retention };
}
