import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { checkBackup } from '../server/backup/file/check-backup.ts';
import { countRows } from '../server/backup/file/count-rows.ts';
import { findErasures } from '../server/backup/find-erasures.ts';
import { type Restored, restoreBackup } from '../server/backup/restore-backup.ts';
import { createLog } from '../server/platform/log.ts';
import { loadMasterKeys } from '../server/platform/secrets/master-keys.ts';
import { createRedactor } from '../server/platform/secrets/redactor.ts';
import { StartError } from '../server/platform/start-error.ts';
import { checkout, type Installation, openInstallation } from './open-installation.ts';
import { runCommand } from './run-command.ts';
import { sayCount, saySeconds } from './say-numbers.ts';

const USAGE = `Usage: npm run -s restore -- <file> [options]

Puts a backup into an empty database. Bellhop must not run on it.

  --data-dir <folder>   into the embedded database of this folder, whatever the settings say
  --replace             into a database that holds data, which is lost; asks first`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'data-dir': { type: 'string' },
    replace: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (values.help || file === undefined || positionals.length > 1) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

await runCommand(async () => {
  const path = resolve(file);
  if (!existsSync(path)) throw new StartError(`There is no ${path}.`);
  // Before a database is started, or made, for it.
  const checked = await checkBackup(path);
  const installation = await openInstallation(values['data-dir'] && resolve(values['data-dir']));
  const { database, dataDir } = installation;
  try {
    if (values.replace) await confirm(database.description);
    const begun = performance.now();
    const known = await findErasures([dirname(path), join(dataDir, 'backups')], checked.head);
    for (const file of known.unreadable)
      console.error(`${file} cannot be read: who was erased is not taken from it.`);
    const { erasures } = known;
    const restored = await restoreBackup({
      ...{ database, path, checked, erasures, replace: values.replace },
      migrations: join(checkout, 'migrations'),
      log: createLog('warn'),
    });
    const tables = restored.parts.filter(({ kind }) => kind === 'table');
    console.log(
      `Restored ${sayCount(countRows(restored.parts))} rows in ${tables.length} tables into ${database.description} in ${saySeconds(begun)}; every table compared with the backup of ${restored.head.madeAt}.`,
    );
    if (restored.erasedAgain > 0)
      console.log(`Erased again what had been erased since: ${sayCount(restored.erasedAgain)} rows.`);
    // The database that was replaced knew them all.
    if (!values.replace) sayWhatIsKnown(known.upTo, checked.head.madeAt);
    await settleKey(installation, restored);
  } finally {
    await database.close();
  }
});

/** Silence would look as if nobody had been erased. */
function sayWhatIsKnown(upTo: Date | null, madeAt: string): void {
  if (upTo === null || upTo < new Date(madeAt))
    console.error(
      `There is no list of who was erased after ${madeAt}: neither erasures.jsonl nor a newer backup is beside this one. They are back. Put the file there and restore again, or erase them again.`,
    );
  else console.log(`Who was erased until ${upTo.toISOString()} is not in it.`);
}

async function confirm(place: string): Promise<void> {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(`All that is in ${place} will be lost. Type "replace" to go on: `);
  asking.close();
  if (answer.trim() !== 'replace') throw new StartError('Nothing was changed.');
}

/** The key comes back when it is in the backup; when the one that is needed is not here, that is said now and not at the start. */
async function settleKey({ env, dataDir }: Installation, { head, files }: Restored): Promise<void> {
  const path = join(dataDir, 'bellhop.secret');
  const saved = files.get('bellhop.secret');
  if (saved && !existsSync(path)) {
    await writeFile(path, saved, { mode: 0o600, flag: 'wx', flush: true });
    console.log(`The key of the secrets is back: ${path}.`);
  }
  if (head.kid === null || hasKey(env.secret, dataDir, path, head.kid)) return;
  console.error(
    `The key of the secrets in this backup is missing. Before you start Bellhop, put the file bellhop.secret of that time to ${path}, or set BELLHOP_SECRET. Without it the stored secrets cannot be read.`,
  );
}

function hasKey(secret: string | undefined, dataDir: string, path: string, kid: string): boolean {
  if (secret === undefined && !existsSync(path)) return false;
  const keys = loadMasterKeys({ secret, findDataDir: () => dataDir, redactor: createRedactor() });
  return keys.find(kid) !== undefined;
}
