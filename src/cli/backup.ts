import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backupName } from '../server/backup/backup-name.ts';
import { countRows } from '../server/backup/file/count-rows.ts';
import { writeBackup } from '../server/backup/write-backup.ts';
import { StartError } from '../server/platform/start-error.ts';
import { writeErasures } from '../server/privacy/erasure-file.ts';
import { openInstallation } from './open-installation.ts';
import { runCommand } from './run-command.ts';
import { sayBytes, sayCount, saySeconds } from './say-numbers.ts';

const USAGE = `Usage: npm run -s backup -- [file] [--with-key]

Copies the whole database into one file, also while Bellhop runs. Without a file it goes to DATA_DIR/backups.

  --with-key   put the file bellhop.secret in as well: whoever has the backup can then read the secrets in it`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'with-key': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});

if (values.help || positionals.length > 1) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

await runCommand(async () => {
  const begun = performance.now();
  const { database, dataDir } = await openInstallation();
  try {
    const path = resolve(positionals[0] ?? join(dataDir, 'backups', backupName(new Date())));
    if (existsSync(path)) throw new StartError(`There already is a ${path}.`);
    const secret = join(dataDir, 'bellhop.secret');
    if (values['with-key'] && !existsSync(secret))
      throw new StartError(`There is no ${secret}: the key is BELLHOP_SECRET, which you keep yourself.`);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const session = await database.connect();
    try {
      const { rows } = await session.query(`select to_regclass('schema_migrations') is not null as used`);
      if (!rows[0]?.used) throw new StartError(`There is no Bellhop in ${database.description} yet.`);
      const { parts } = await writeBackup(session, { path, files: values['with-key'] ? [secret] : [] });
      await writeErasures(database.pool, dirname(path));
      const count = countRows(parts);
      const { size } = await stat(path);
      console.log(
        `${path}\n${sayCount(count)} rows, ${sayBytes(size)}, written and read back in ${saySeconds(begun)}.`,
      );
      if (!values['with-key'])
        console.log('The key of its secrets is not in it: keep bellhop.secret, or BELLHOP_SECRET, as well.');
    } finally {
      await session.end();
    }
  } finally {
    await database.close();
  }
});
