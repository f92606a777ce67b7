import { setTimeout as pause } from 'node:timers/promises';
import { findPostmaster } from './clear-leftovers.ts';
import { type ClusterPlace, findClusterPlace } from './cluster-place.ts';
import { joinMembers } from './membership.ts';
import type { DatabaseLog, PostgresServer } from './postgres-server.ts';
import { resolveDataDir, SYSTEM_DIR } from './resolve-data-dir.ts';
import { connectionTo, startPostgres } from './start-postgres.ts';

const STOP_PATIENCE_MS = 30_000;

interface EmbeddedOptions {
  dataDir: string;
  checkout: string;
  log: DatabaseLog;
}

/** The PostgreSQL that comes with Bellhop: found running or started, shared by all processes on one data folder. */
export async function openEmbeddedPostgres({
  dataDir,
  checkout,
  log,
}: EmbeddedOptions): Promise<PostgresServer> {
  const folder = resolveDataDir({ dataDir, checkout });
  if (folder.startsWith(SYSTEM_DIR))
    log.info(`PostgreSQL's user cannot reach ${dataDir}: data is kept in ${folder}`);
  const place = await findClusterPlace(folder, log);
  const membership = await joinMembers({
    start: () => startPostgres(place, log),
    stop: () => stopPostgres(place, log),
    log,
  });
  return {
    connection: connectionTo(place),
    description: `embedded PostgreSQL ${place.binaries.major} in ${place.cluster}`,
    leave: membership.leave,
  };
}

/** A fast shutdown: open transactions roll back, everything committed is on disk. */
async function stopPostgres(place: ClusterPlace, log: DatabaseLog): Promise<void> {
  const pid = findPostmaster(place);
  if (!pid) return;
  process.kill(pid, 'SIGINT');
  const end = performance.now() + STOP_PATIENCE_MS;
  while (findPostmaster(place) === pid) {
    if (performance.now() > end)
      return log.warn(`PostgreSQL (process ${pid}) takes long to stop; it is left to itself`);
    await pause(5);
  }
}
