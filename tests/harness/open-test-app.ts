import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppOptions } from '../../src/server/app-options.ts';
import { openOutgoing } from '../../src/server/open-outgoing.ts';
import type { Database } from '../../src/server/platform/database/open-database.ts';
import { parseEgressAllow } from '../../src/server/platform/egress/egress-allow.ts';
import type { Log } from '../../src/server/platform/log.ts';
import { loadMasterKeys } from '../../src/server/platform/secrets/master-keys.ts';
import type { Redactor } from '../../src/server/platform/secrets/redactor.ts';
import { openVault } from '../../src/server/platform/secrets/vault.ts';
import { API_KEY } from './api-key.ts';

/** The same for every server of a test: two of them on one database have to know its key. */
const SECRET = Buffer.alloc(32, 1).toString('base64');

interface TestSettings {
  rateLimit: boolean;
  /** As in EGRESS_ALLOW. */
  egressAllow: string;
  redactor: Redactor;
  log: Log;
  /** As in the settings. */
  connectionAddresses?: AppOptions['env']['connectionAddresses'];
}

/** Where a server of a test keeps its backups: one folder for all of a process. */
export const testBackupFolder = () => join(tmpdir(), `bellhop-test-backups-${process.pid}`);

/** What the product is given when it starts, for a server of a test. */
export async function openTestApp(
  database: Database,
  { rateLimit, egressAllow, redactor, log, connectionAddresses = {} }: TestSettings,
): Promise<
  Pick<
    AppOptions,
    'env' | 'log' | 'database' | 'vault' | 'sessionSecret' | 'redactor' | 'outgoing' | 'backupFolder'
  >
> {
  const keys = loadMasterKeys({ secret: SECRET, findDataDir: () => '', redactor });
  const allow = parseEgressAllow(egressAllow);
  return {
    env: {
      apiKey: API_KEY,
      rateLimit,
      trustProxy: 0,
      modelDefaults: NO_DEFAULTS,
      connectionAddresses,
      backup: false,
    },
    database,
    backupFolder: testBackupFolder,
    log,
    vault: await openVault(database.pool, keys),
    sessionSecret: keys.current.sessionSecret,
    redactor,
    outgoing: openOutgoing({ egressAllow: allow, egressProxy: undefined, modelDefaults: NO_DEFAULTS }, log),
  };
}

const NO_DEFAULTS = {
  openaiKey: undefined,
  anthropicKey: undefined,
  googleKey: undefined,
  openaiBaseUrl: undefined,
};
