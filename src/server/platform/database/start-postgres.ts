import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../start-error.ts';
import { clearLeftovers, findPostmaster } from './clear-leftovers.ts';
import type { ClusterPlace } from './cluster-place.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import type { DatabaseLog } from './postgres-server.ts';

const PATIENCE_MS = 60_000;
const MAX_FAILURES = 5;
const MAX_LOG_BYTES = 10_000_000;

/**
 * A session on the running PostgreSQL, which is started when nobody answers. Whoever else does the same at the same time
 * is no matter: PostgreSQL lets one of us start it, and the others connect to that.
 * @throws StartError when it does not come up
 */
export async function startPostgres(place: ClusterPlace, log: DatabaseLog): Promise<pg.Client> {
  const end = performance.now() + PATIENCE_MS;
  let failures = 0;
  for (;;) {
    const postmaster = findPostmaster(place);
    const session = postmaster && (await tryConnection(place));
    if (session) return session;
    if (performance.now() > end) throw new StartError(describeFailure(place, postmaster));
    if (!postmaster) {
      await initialiseCluster(place, log);
      await clearLeftovers(place, log);
      const problem = await launch(place);
      if (problem && !findPostmaster(place)) failures++;
      if (failures === MAX_FAILURES)
        throw new StartError(describeFailure(place, undefined), { cause: problem });
    }
    await pause(10);
  }
}

export function connectionTo(place: ClusterPlace): pg.ClientConfig {
  return { host: place.socketDir, port: 5432, user: 'bellhop', database: 'postgres' };
}

/** Undefined: it is starting or stopping. */
async function tryConnection(place: ClusterPlace): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    ...connectionTo(place),
    application_name: 'bellhop member',
    keepAlive: true,
  });
  // What counts is its end, and whoever gets the session watches for that.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    const passing = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '53300'];
    if (passing.includes(code ?? '') || message.startsWith('Connection terminated')) return undefined;
    throw new StartError(`The embedded PostgreSQL cannot be used: ${message}.`, { cause: error });
  }
}

/** Resolves when it holds the data folder, or has ended: then with why. */
async function launch(place: ClusterPlace): Promise<Error | undefined> {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: place.socketDir,
    unix_socket_permissions: '0700',
    cluster_name: place.clusterName,
    max_connections: '60',
    shared_buffers: '64MB',
    jit: 'off',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const full = (statSync(place.logFile, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES;
  const output = openSync(place.logFile, full ? 'w' : 'a', 0o600);
  // A session of its own: Ctrl-C for us does not reach it, and it outlives us while others use it.
  const child = spawn(place.binaries.postgres, ['-D', place.cluster, ...args], {
    ...place.user,
    cwd: '/',
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  let problem: Error | undefined;
  child.once('error', (error) => {
    problem = error;
  });
  child.once('exit', (code, signal) => {
    problem = new Error(`postgres ended with ${code ?? signal}`);
  });
  while (!problem && findPostmaster(place) !== child.pid) await pause(5);
  return problem;
}

function describeFailure({ cluster, logFile }: ClusterPlace, postmaster: number | undefined): string {
  if (postmaster)
    return `PostgreSQL (process ${postmaster}) runs on ${cluster} but does not answer. End it, then start again.`;
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').split('\n') : [];
  const fatal = lines.findLast((line) => line.includes('FATAL:'))?.replace(/.*FATAL:\s*/, '');
  return `The embedded PostgreSQL did not start: ${fatal ?? 'it said nothing'}. Its log is ${logFile}.`;
}
