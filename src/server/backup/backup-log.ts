import type { Pool } from 'pg';
import type { Backup } from '../../contract/privacy/backup.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../platform/http/paging.ts';

interface Row {
  id: string;
  file: string;
  state: Backup['state'];
  /** 64-bit numbers come as text. */
  bytes: string | null;
  rows: string | null;
  problem: string | null;
  started_at: Date;
  ended_at: Date | null;
}

const COLUMNS = 'id, file, state, bytes, rows, problem, started_at, ended_at';

/** What is known of the backups of this installation, the newest first. */
export async function listBackups(pool: Pool, page: PageQuery) {
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from backups where $1::text is null or id < $1 order by id desc limit $2`,
    [readCursor(page.cursor, idCursor)?.[0] ?? null, page.limit + 1],
  );
  return toPage(rows, page.limit, (row) => [row.id], toBackup);
}

/** Null: none was ever made. */
export async function findNewestBackup(pool: Pool): Promise<Backup | null> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from backups order by id desc limit 1`);
  return rows[0] ? toBackup(rows[0]) : null;
}

/** A backup begins. One that was left running by a process that died says so from now on. */
export async function beginBackup(pool: Pool, id: string, file: string): Promise<Backup> {
  await pool.query(
    `update backups set state = 'failed', ended_at = now(), problem = 'The process that made it has ended.'
     where state = 'running'`,
  );
  const { rows } = await pool.query<Row>(
    `insert into backups (id, file, state) values ($1, $2, 'running') returning ${COLUMNS}`,
    [id, file],
  );
  return toBackup(rows[0] as Row);
}

/** It came to its end, one way or the other. */
export async function endBackup(
  pool: Pool,
  id: string,
  outcome: { bytes: number; rows: number } | { problem: string },
): Promise<void> {
  const [problem, bytes, rows] =
    'problem' in outcome ? [outcome.problem, null, null] : [null, outcome.bytes, outcome.rows];
  await pool.query(
    `update backups set state = case when $2::text is null then 'done' else 'failed' end, ended_at = now(),
       problem = $2, bytes = $3, rows = $4 where id = $1`,
    [id, problem, bytes, rows],
  );
}

/** Whether one was begun, and did not fail, within the last day. */
export async function hasDailyBackup(pool: Pool): Promise<boolean> {
  // Somewhat less than a day, or the hourly look would make it later every day.
  const { rowCount } = await pool.query(
    `select from backups where state <> 'failed' and started_at > now() - interval '23 hours 30 minutes' limit 1`,
  );
  return Boolean(rowCount);
}

function toBackup({ bytes, rows, started_at: startedAt, ended_at: endedAt, ...row }: Row): Backup {
  return {
    ...row,
    bytes: bytes === null ? null : Number(bytes),
    rows: rows === null ? null : Number(rows),
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}
