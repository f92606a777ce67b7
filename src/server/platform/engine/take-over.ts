import type { Pool } from 'pg';
import type { Log } from '../log.ts';
import { HOLD_SILENT } from './heartbeat.ts';
import type { Dbos } from './launch-dbos.ts';

interface Living {
  pool: Pool;
  dbos: Dbos;
  log: Log;
}

/**
 * Gives the work of a process that fell silent to those that live. Under a lock on its row: one process does it, and should the
 * silent one wake up, it finds itself gone.
 */
export async function takeOver({ pool, dbos, log }: Living, deadId: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rowCount } = await client.query(HOLD_SILENT, [deadId]);
    if (rowCount === 1) {
      const count = await dbos.resumeAllOf(deadId);
      await client.query('delete from engine_processes where id = $1', [deadId]);
      log.info({ process: deadId, count }, 'took over the work of a process that is gone');
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
