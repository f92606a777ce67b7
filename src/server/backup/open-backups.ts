import type { Pool } from 'pg';
import type { ConversationEvents } from '../conversations/events.ts';
import type { Live } from '../conversations/sync/live.ts';
import { publishErasure } from '../conversations/visitors/end-when-erased.ts';
import type { Database } from '../platform/database/open-database.ts';
import type { Events } from '../platform/events.ts';
import type { Log } from '../platform/log.ts';
import { erasureKeeper } from '../privacy/erasure-keeper.ts';
import { peopleRoutes } from '../privacy/people-routes.ts';
import { purgeOldData } from '../privacy/purge-old-data.ts';
import { backupRoutes } from './backup-routes.ts';
import { Backups } from './backups.ts';
import { pruneBackups } from './prune-backups.ts';

interface BackupDeps {
  pool: Pool;
  database: Database;
  live: Live;
  events: Events<ConversationEvents>;
  log: Log;
  /** Where backups are kept; asked once it is needed. */
  folder(): string;
  /** One a day. */
  isDaily: boolean;
}

/** What is kept and what goes: backups, retention, and the data of one person. */
export function openBackups({ pool, database, live, events, log, folder, isDaily }: BackupDeps) {
  const keepErasures = erasureKeeper(pool, folder);
  const backups = new Backups({ pool, log, folder, keepErasures, connect: () => database.connect() });
  let keeping: Promise<void> = Promise.resolve();
  return {
    endpoints: [...backupRoutes(pool, backups), ...peopleRoutes({ pool, live, events })],
    hourly: [
      () => purgeOldData(pool, (id) => publishErasure(live, id)),
      keepErasures,
      ...(isDaily ? [() => backups.makeDaily()] : []),
      async () => pruneBackups({ pool, log, folder: folder() }),
    ],
    /** Writes down at once, beside the backups, who was erased: where the database is lost in the next hour, that still stands. */
    onErased() {
      keeping = keepErasures().catch((error) =>
        log.warn({ err: error }, 'erasures are written down beside the backups in an hour'),
      );
    },
    async stop() {
      await backups.stop();
      await keeping;
    },
  };
}
