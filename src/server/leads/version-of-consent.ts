import type { PoolClient } from 'pg';

/** Two new wordings of one form at once want the same number: one of them has to look again. */
const MAX_TRIES = 5;

/** The number of this wording among those of its form, from 1; a new wording gets the next. Null: there was none to agree to. */
export async function versionOfConsent(
  client: PoolClient,
  { workspaceId, actionId }: { workspaceId: string; actionId: string },
  wording: string,
): Promise<number | null> {
  if (wording === '') return null;
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const { rows } = await client.query<{ version: number }>({
      name: 'version-of-consent',
      text: `with known as (
          select version from consents where action_id = $2 and md5(wording) = md5($3)
        ), added as (
          insert into consents (workspace_id, action_id, version, wording)
          select $1, $2, coalesce((select max(version) from consents where action_id = $2), 0) + 1, $3
          where not exists (select from known)
          on conflict do nothing returning version
        )
        select version from known union all select version from added`,
      values: [workspaceId, actionId, wording],
    });
    if (rows[0]) return rows[0].version;
  }
  throw new Error('the wording of a consent found no number');
}
