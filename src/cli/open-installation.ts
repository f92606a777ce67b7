import { join } from 'node:path';
import { type Database, openDatabase } from '../server/platform/database/open-database.ts';
import { resolveDataDir } from '../server/platform/database/resolve-data-dir.ts';
import { type Env, parseEnv, readEnvFile } from '../server/platform/env.ts';
import { createLog } from '../server/platform/log.ts';

/** The folder that holds `migrations/`. */
export const checkout = join(import.meta.dirname, '..', '..');

export interface Installation {
  env: Env;
  database: Database;
  /** Where the data really lies. */
  dataDir: string;
}

/** The database and the folder that a server with the same settings has; one that runs is shared. @throws StartError */
export async function openInstallation(dataDir?: string): Promise<Installation> {
  readEnvFile(join(checkout, '.env'));
  const env = parseEnv();
  const wanted = dataDir ?? env.dataDir ?? join(checkout, 'data');
  const url = env.databaseUrl && dataDir === undefined ? { url: env.databaseUrl } : {};
  const log = createLog('warn');
  const database = await openDatabase({ ...url, dataDir: wanted, checkout, log, maxConnections: 1 });
  return { env, database, dataDir: resolveDataDir({ dataDir: wanted, checkout }) };
}
