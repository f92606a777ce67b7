import type { PoolClient } from 'pg';

/**
 * Holds actions as they are until the transaction is over: whoever archives or changes one waits, or has come first.
 * @returns whether all of them may still be used; where a version is given, as that version
 */
export async function holdActions(
  client: PoolClient,
  actions: { id: string; version?: number }[],
): Promise<boolean> {
  const wanted = new Map(actions.map(({ id, version }) => [id, version ?? null]));
  if (wanted.size === 0) return true;
  const { rowCount } = await client.query({
    name: 'hold-actions',
    text: `select from actions join unnest($1::text[], $2::int[]) as wanted (id, version) using (id)
      where archived_at is null and enabled and actions.version = coalesce(wanted.version, actions.version)
      for share of actions`,
    values: [[...wanted.keys()], [...wanted.values()]],
  });
  return rowCount === wanted.size;
}
