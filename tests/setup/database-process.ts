/**
 * A process that uses the database and can be killed: opens that of DATA_DIR or DATABASE_URL, migrates it with the files
 * of MIGRATIONS, begins the query SQL, and prints the postmaster's process id. SIGTERM lets it close.
 */
import { join } from 'node:path';
import { migrate } from '../../src/server/platform/database/migrate.ts';
import { openDatabase } from '../../src/server/platform/database/open-database.ts';
import { createLog } from '../../src/server/platform/log.ts';
import { StartError } from '../../src/server/platform/start-error.ts';

const { DATA_DIR = '', DATABASE_URL, MIGRATIONS, SQL } = process.env;
const log = createLog('warn');

try {
  const database = await openDatabase({
    ...(DATABASE_URL ? { url: DATABASE_URL } : {}),
    dataDir: DATA_DIR,
    checkout: join(import.meta.dirname, '..', '..'),
    log,
  });
  if (MIGRATIONS) await migrate(database, MIGRATIONS, log);
  if (SQL) {
    const client = await database.connect();
    void client.query(SQL);
  }
  const { rows } = await database.pool.query(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
  );
  process.once('SIGTERM', async () => {
    await database.close();
    process.exit(0);
  });
  process.stdout.write(`${rows[0].pid}\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stdout.write(`${error.message}\n`);
  process.exit(1);
}
