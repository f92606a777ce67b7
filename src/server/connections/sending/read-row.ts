import type { Pool } from 'pg';
import { notFound } from '../../platform/errors.ts';
import { CONNECTION_COLUMNS, type ConnectionRow } from '../connection-row.ts';

/** @throws AppError `not_found` */
export async function readRow(pool: Pool, workspaceId: string, id: string): Promise<ConnectionRow> {
  const { rows } = await pool.query<ConnectionRow>({
    name: 'read-connection',
    text: `select ${CONNECTION_COLUMNS} from connections where workspace_id = $1 and id = $2`,
    values: [workspaceId, id],
  });
  if (!rows[0]) throw notFound('connection');
  return rows[0];
}
