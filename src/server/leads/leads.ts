import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Pool } from 'pg';
import type { Lead } from '../../contract/lead.ts';
import { notFound } from '../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../platform/http/paging.ts';
import { guardCell } from './guard-cell.ts';

interface Row {
  id: string;
  agent_id: string;
  action_id: string;
  conversation_id: string;
  visitor_id: string;
  values: Record<string, string>;
  consent: string;
  consent_version: number | null;
  state: Lead['state'];
  submissions: number;
  first_at: Date;
  created_at: Date;
}

const CSV_BATCH = 500;

/** One for each person, the newest first; with `q` those who wrote that anywhere. */
export async function listLeads(
  pool: Pool,
  workspaceId: string,
  { q, ...page }: PageQuery & { q?: string | undefined },
) {
  const after = readCursor(page.cursor, idCursor)?.[0] ?? null;
  const limit = page.limit + 1;
  const rows = q
    ? await searchLeads(pool, workspaceId, { q, after, limit })
    : await readLeads(pool, workspaceId, after, limit);
  return toPage(rows, page.limit, (row) => [row.id], toLead);
}

/** The person that this lead is of. @throws AppError `not_found` */
export async function getLead(pool: Pool, workspaceId: string, id: string): Promise<Lead> {
  const { rows } = await pool.query<Row>(
    `${read('true')} and newest.id = coalesce((
      select same.id from leads named join leads same
        on same.workspace_id = named.workspace_id and same.contact_key = named.contact_key
      where named.workspace_id = $1 and named.id = $2 order by same.id desc limit 1
    ), $2)`,
    [workspaceId, id],
  );
  if (!rows[0]) throw notFound('lead');
  return toLead(rows[0]);
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
      'state',
      'consent',
      'consentVersion',
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

/** All that this person left. @throws AppError `not_found` */
export async function deleteLead(pool: Pool, workspaceId: string, id: string): Promise<void> {
  const { rowCount } = await pool.query(
    `with gone as (delete from leads using leads named
      where named.workspace_id = $1 and named.id = $2 and leads.workspace_id = $1
        and (leads.id = named.id or leads.contact_key = named.contact_key)
        returning leads.id)
      insert into erasures (workspace_id, kind, id) select $1, 'lead', id from gone on conflict do nothing`,
    [workspaceId, id],
  );
  if (!rowCount) throw notFound('lead');
}

// A person is told by their newest lead, with what they wrote in all of them: the newest word for each field counts.
const read = (which: string) => `
select newest.id, newest.agent_id, newest.action_id, newest.conversation_id, newest.visitor_id, newest.consent,
  newest.consent_version, newest.state, newest.created_at,
  coalesce(person.values, newest.values) as values, coalesce(person.submissions, 1) as submissions,
  coalesce(person.first_at, newest.created_at) as first_at
from leads newest left join lateral (
  select jsonb_object_agg(field.key, field.value order by own.id) as values,
    count(distinct own.id)::int as submissions, min(own.created_at) as first_at
  from leads own, jsonb_each(own.values) field
  where own.workspace_id = $1 and own.contact_key = newest.contact_key
) person on newest.contact_key is not null
where newest.workspace_id = $1 and ${which}
  and not exists (
    select from leads newer
    where newer.workspace_id = $1 and newer.contact_key = newest.contact_key and newer.id > newest.id
  )`;

const PAGE = '($2::text is null or newest.id < $2)';
const READ = `${read(PAGE)} order by newest.id desc limit $3`;

// Whoever has found somebody by an old number wants to see them as they are now.
const SEARCH = `
with found as (
  select id, contact_key from leads where workspace_id = $1 and search like $4
)
${read(`${PAGE} and (
  newest.contact_key is null and newest.id in (select id from found where contact_key is null)
  or newest.contact_key in (select contact_key from found)
)`)}
order by newest.id desc limit $3`;

async function readLeads(
  pool: Pool,
  workspaceId: string,
  after: string | null,
  limit: number,
): Promise<Row[]> {
  const { rows } = await pool.query<Row>(READ, [workspaceId, after, limit]);
  return rows;
}

async function searchLeads(
  pool: Pool,
  workspaceId: string,
  { q, after, limit }: { q: string; after: string | null; limit: number },
): Promise<Row[]> {
  // As it stands in the text of a JSON document, and with nothing in it that `like` takes for a pattern.
  const words = JSON.stringify(q.toLowerCase())
    .slice(1, -1)
    .replace(/[\\%_]/g, '\\$&');
  const { rows } = await pool.query<Row>(SEARCH, [workspaceId, after, limit, `%${words}%`]);
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
    consentVersion: row.consent_version,
    state: row.state,
    submissions: row.submissions,
    firstAt: row.first_at.toISOString(),
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
    state: row.state,
    consent: row.consent,
    consentVersion: String(row.consent_version ?? ''),
    conversationId: row.conversation_id,
  };
  return Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, guardCell(value)]));
}
