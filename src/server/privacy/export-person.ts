import { Readable } from 'node:stream';
import type { Pool } from 'pg';

interface Section {
  name: string;
  /** Rows of `row`, of the workspace $1 and the visitors $2, after the id $3. */
  query: string;
}

const BATCH = 500;

const ofVisitors = (name: string, table: string, owner = 'visitor_id', without = ''): Section => ({
  name,
  query: `select row.id, to_jsonb(row) - 'workspace_id'${without} as value from ${table} row
    where row.workspace_id = $1 and row.${owner} = any($2) and row.id > $3 order by row.id limit ${BATCH}`,
});

const ofConversations = (name: string, table: string): Section => ({
  name,
  query: `select row.id, to_jsonb(row) - 'workspace_id' as value
    from ${table} row join conversations own on own.id = row.conversation_id
    where own.workspace_id = $1 and own.visitor_id = any($2) and row.id > $3 order by row.id limit ${BATCH}`,
});

const SECTIONS = [
  ofVisitors('visitors', 'visitors', 'id'),
  ofVisitors('conversations', 'conversations'),
  ofConversations('entries', 'entries'),
  ofVisitors('leads', 'leads'),
  ofVisitors('bookings', 'bookings'),
  ofVisitors('calls', 'calls', 'visitor_id', " - '{key,hash,owner,lease_until}'::text[]"),
  ofConversations('webhookDeliveries', 'webhook_deliveries'),
];

/** All that is stored about somebody, as one JSON object, never whole in memory. */
export function exportPerson(pool: Pool, workspaceId: string, visitorIds: string[]): Readable {
  return Readable.from(writeSections(pool, workspaceId, visitorIds), { objectMode: false });
}

async function* writeSections(pool: Pool, workspaceId: string, visitorIds: string[]): AsyncGenerator<string> {
  yield `{\n"exportedAt": ${JSON.stringify(new Date().toISOString())}`;
  for (const { name, query } of SECTIONS) {
    yield `,\n${JSON.stringify(name)}: [`;
    let separator = '\n';
    for (let after = '', isLast = false; !isLast; ) {
      const { rows } = await pool.query<{ id: string; value: unknown }>(query, [
        workspaceId,
        visitorIds,
        after,
      ]);
      for (const { value } of rows) {
        yield `${separator}${JSON.stringify(value)}`;
        separator = ',\n';
      }
      after = rows.at(-1)?.id ?? '';
      isLast = rows.length < BATCH;
    }
    yield ']';
  }
  yield '\n}\n';
}
