import type { Pool } from 'pg';
import { kinds } from '../../../actions/index.ts';
import { CONFIRMATION } from '../../../contract/entry.ts';
import { closeCards } from '../../conversations/close-cards.ts';
import type { Live } from '../../conversations/sync/live.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import type { Log } from '../../platform/log.ts';

const CONVERSATIONS_AT_ONCE = 100;

interface OfferDeps {
  pool: Pool;
  live: Pick<Live, 'publishEntries'>;
}

/** Closes what archived actions have asked of visitors: confirmations, and cards that wait for an answer. They see it at once. */
async function closeOffers({ pool, live }: OfferDeps, actionIds: string[]): Promise<void> {
  if (actionIds.length === 0) return;
  const waiting = Object.values(kinds).filter((kind) => 'waits' in kind && kind.waits);
  const selection = {
    actionIds,
    kinds: [CONFIRMATION, ...waiting.map(({ kind }) => kind)],
    limit: CONVERSATIONS_AT_ONCE,
  };
  for (;;) {
    const entries = await inTransaction(pool, async (client) => {
      const closed = await closeCards(client, selection);
      await client.query({
        name: 'close-proposals',
        text: `update calls set state = 'failed', error = 'archived', told = true, ended_at = now()
          where entry_id = any($1) and state = 'proposed'`,
        values: [closed.map(({ id }) => id)],
      });
      return closed;
    });
    if (entries.length === 0) return;
    for (const [conversationId, group] of Map.groupBy(entries, (entry) => entry.conversationId))
      live.publishEntries(conversationId, group);
  }
}

/** The same beside other work. What fails is found by `closeForgottenOffers`. */
export function closeOffersLater(deps: OfferDeps & { log: Log }): (actionIds: string[]) => void {
  return (actionIds) =>
    void closeOffers(deps, actionIds).catch((error) =>
      deps.log.warn({ err: error }, 'cards of archived actions were not closed yet'),
    );
}

/** Does it for what a process that died has left open. */
export async function closeForgottenOffers(deps: OfferDeps): Promise<void> {
  const { rows } = await deps.pool.query<{ id: string }>(
    `select id from actions where archived_at > now() - interval '3 hours'`,
  );
  await closeOffers(
    deps,
    rows.map(({ id }) => id),
  );
}
