import { join } from 'node:path';
import { inspect } from 'node:util';
import type { DemoShop } from '../../demo/shop-server.ts';
import { createApp } from './app.ts';
import { createBuiltinEngine } from './builtin-engine/builtin-engine.ts';
import { startDemo } from './demo.ts';
import { listen } from './listen.ts';
import { openMail } from './mail/send-mail.ts';
import { openOutgoing } from './open-outgoing.ts';
import { migrate } from './platform/database/migrate.ts';
import { type Database, openDatabase } from './platform/database/open-database.ts';
import { resolveDataDir } from './platform/database/resolve-data-dir.ts';
import { type Env, listCredentials, parseEnv, readEnvFile } from './platform/env.ts';
import { giveBackMemory } from './platform/give-back-memory.ts';
import { createLog, type Log } from './platform/log.ts';
import { loadMasterKeys } from './platform/secrets/master-keys.ts';
import { createRedactor } from './platform/secrets/redactor.ts';
import { openVault } from './platform/secrets/vault.ts';
import { StartError } from './platform/start-error.ts';
import { eraseAgain } from './privacy/erase-again.ts';

/** The folder that holds `migrations/`, `dist/` and `demo/`; the bundle lies in its `dist/`. */
const checkout = join(import.meta.dirname, '..');
const redactor = createRedactor();

/** env → database → migrate → compose → listen → recover, and back again when asked to stop. */
async function main(): Promise<void> {
  readEnvFile(join(checkout, '.env'));
  const env = parseEnv();
  for (const credential of listCredentials(env)) redactor.keep(credential);
  const log = createLog(env.logLevel, { redactor });
  const dataDir = env.dataDir ?? join(checkout, 'data');
  const url = env.databaseUrl ? { url: env.databaseUrl } : {};
  const database = await openDatabase({ ...url, dataDir, checkout, log });
  try {
    await serve({ ...env, dataDir }, log, database);
  } catch (error) {
    // Nobody else would end the PostgreSQL that was started for this.
    await database.close();
    throw error;
  }
}

async function serve(env: Env & { dataDir: string }, log: Log, database: Database): Promise<void> {
  await migrate(database, join(checkout, 'migrations'), log);
  const findDataDir = () => resolveDataDir({ dataDir: env.dataDir, checkout });
  const backupFolder = () => join(findDataDir(), 'backups');
  await eraseAgain(database, backupFolder, log);
  const keys = loadMasterKeys({ secret: env.secret, findDataDir, redactor });
  const vault = await openVault(database.pool, keys);
  const outgoing = openOutgoing(env, log);
  let publicUrl = env.publicUrl ?? '';
  const app = await createApp({
    ...{ env, database, log, vault, redactor, outgoing, backupFolder },
    sessionSecret: keys.current.sessionSecret,
    sendMail: openMail(env.mail, log),
    builtin: createBuiltinEngine({ assetsDirectory: join(checkout, 'assets') }),
    distDirectory: join(checkout, 'dist'),
    publicUrl: () => publicUrl,
  });
  let demo: DemoShop | null = null;
  app.http.get('/demo', (context) => (demo ? context.redirect(demo.url) : context.notFound()));
  const server = await listen(app.http, env).catch(async (error) => {
    await app.stop();
    throw error;
  });
  publicUrl ||= server.url;
  outgoing.setSelf(publicUrl, server.port);
  const { allow: allowOutgoing } = outgoing;
  demo = await startDemo({
    ...{ app, allowOutgoing, host: env.host, port: server.port, publicUrl, log, checkout },
    nameAddresses: (place, addresses) => {
      env.connectionAddresses[place] = addresses;
    },
  });
  app.begin();
  const keepMemory = giveBackMemory();

  const stop = once(async () => {
    keepMemory();
    try {
      await app.stop();
      await Promise.all([demo?.close(), server.close()]);
    } finally {
      await database.close();
    }
    process.exit(0);
  });
  process.on('SIGINT', stop).on('SIGTERM', stop);
  // Last of all: whoever reads it may stop this at once, and is to find it listening.
  const setup = await app.findSetupLink();
  process.stdout.write(welcome({ publicUrl, setup, shop: demo?.url, database: database.description }));
}

/** The second Ctrl-C of an impatient operator must not stop twice. */
function once(stop: () => Promise<void>): () => void {
  let called = false;
  return () => {
    if (called) return;
    called = true;
    stop().catch(die);
  };
}

interface Welcome {
  publicUrl: string;
  /** Null: somebody has an account. */
  setup: { url: string; code: string } | null;
  shop: string | undefined;
  database: string;
}

function welcome({ publicUrl, setup, shop, database }: Welcome): string {
  const lines = [
    '',
    '  Bellhop is ready.',
    '',
    `  Dashboard                     ${publicUrl}`,
    ...(setup
      ? [
          '',
          `  Make the owner’s account      ${setup.url}`,
          `  with the one-time code        ${setup.code}`,
          '',
        ]
      : []),
    ...(shop ? [`  Sample shop with the widget   ${shop}`] : []),
    `  API reference                 ${publicUrl}/api/docs`,
    `  Database                      ${database}`,
    '',
    '  Ctrl-C stops it.',
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function die(error: unknown): never {
  const known = error instanceof StartError;
  process.stderr.write(
    known ? `Bellhop did not start: ${error.message}\n` : `${redactor.redact(inspect(error))}\n`,
  );
  process.exit(1);
}

main().catch(die);
