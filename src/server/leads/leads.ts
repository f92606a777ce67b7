import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Pool, PoolClient } from 'pg';
import type { NewLead } from '../../actions/define.ts';
import type { Lead } from '../../contract/lead.ts';
import type { LeadOrigin } from '../conversations/use-card.ts';
import { notFound } from '../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../platform/http/paging.ts';
import { newId } from '../platform/ids.ts';
import { guardCell } from './guard-cell.ts';

interface Row {
  id: string;
  agent_id: string;
  action_id: string;
  conversation_id: string;
  visitor_id: string;
  values: Record<string, string>;
  consent: string;
  created_at: Date;
}

const COLUMNS = 'id, agent_id, action_id, conversation_id, visitor_id, values, consent, created_at';
const CSV_BATCH = 500;

/**
 * Stores a lead in the transaction of the card it came from; the card's id makes it one, however often it is sent.
 * @returns its id; null: it was stored before
 */
export async function saveLead(
  client: PoolClient,
  origin: LeadOrigin,
  lead: NewLead,
): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>({
    name: 'save-lead',
    text: `insert into leads
        (id, workspace_id, agent_id, action_id, conversation_id, visitor_id, entry_id, values, consent)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (entry_id) do nothing returning id`,
    values: [
      newId(),
      origin.workspaceId,
      origin.action.agentId,
      origin.action.id,
      origin.conversationId,
      origin.visitorId,
      lead.entryId,
      lead.values,
      lead.consent,
    ],
  });
  return rows[0]?.id ?? null;
}

/** The newest first. */
export async function listLeads(pool: Pool, workspaceId: string, page: PageQuery) {
  const rows = await readLeads(
    pool,
    workspaceId,
    readCursor(page.cursor, idCursor)?.[0] ?? null,
    page.limit + 1,
  );
  return toPage(rows, page.limit, (row) => [row.id], toLead);
}

/** All leads as CSV, in batches, so that no list is ever whole in memory. Cells cannot start a formula. */
export function exportLeads(pool: Pool, workspaceId: string): Readable {
  const csv = stringify({
    header: true,
    columns: [
      'createdAt',
      'name',
      'email',
      'phone',
      'company',
      'message',
      'more',
      'consent',
      'conversationId',
    ],
    quoted: true,
    bom: true,
  });
  const feed = async () => {
    for (let after: string | null = null; !csv.destroyed; ) {
      const rows: Row[] = await readLeads(pool, workspaceId, after, CSV_BATCH);
      for (const row of rows) if (!csv.write(toRecord(row))) await once(csv, 'drain');
      after = rows.at(-1)?.id ?? null;
      if (rows.length < CSV_BATCH) break;
    }
    csv.end();
  };
  feed().catch((error) => csv.destroy(error));
  return csv;
}

/** @throws AppError `not_found` */
export async function deleteLead(pool: Pool, workspaceId: string, id: string): Promise<void> {
  const { rowCount } = await pool.query('delete from leads where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
  ]);
  if (!rowCount) throw notFound('lead');
}

async function readLeads(
  pool: Pool,
  workspaceId: string,
  after: string | null,
  limit: number,
): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from leads where workspace_id = $1 and ($2::text is null or id < $2) order by id desc limit $3`,
    [workspaceId, after, limit],
  );
  return rows;
}

function toLead(row: Row): Lead {
  return {
    id: row.id,
    agentId: row.agent_id,
    actionId: row.action_id,
    conversationId: row.conversation_id,
    visitorId: row.visitor_id,
    values: row.values,
    consent: row.consent,
    createdAt: row.created_at.toISOString(),
  };
}

/** A column for each usual field; what an owner added beside them stands together under `more`. */
function toRecord(row: Row): Record<string, string> {
  const { name = '', email = '', phone = '', company = '', message = '', ...more } = row.values;
  const cells = {
    createdAt: row.created_at.toISOString(),
    ...{ name, email, phone, company, message },
    more: Object.entries(more)
      .map(([field, value]) => `${field}: ${value}`)
      .join('; '),
    consent: row.consent,
    conversationId: row.conversation_id,
  };
  return Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, guardCell(value)]));
}
