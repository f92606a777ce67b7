import type { Dbos } from './launch-dbos.ts';

const DAY_MS = 86_400_000;
/** In an hour no more of them end. */
const MAX_BATCHES = 1_000;

/** In batches, so that no statement holds many rows for long. */
export async function purgeRuns(dbos: Dbos): Promise<void> {
  for (let batch = 0; batch < MAX_BATCHES; batch++)
    if ((await dbos.deleteEnded(new Date(Date.now() - DAY_MS))) === 0) return;
}
