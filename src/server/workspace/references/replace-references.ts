import type { PoolClient } from 'pg';

/**
 * Points every user of one secret, or connection, to another one; archived actions, too, so that they can come back. Under the
 * exclusive lock of references. What visitors were asked to confirm before is void: it was of the action as it was.
 */
export async function replaceReferences(
  client: PoolClient,
  workspaceId: string,
  type: 'secret' | 'connection',
  { from, to }: { from: string; to: string },
): Promise<void> {
  if (type === 'connection') {
    await client.query(
      `update actions set settings = jsonb_set(settings, '{connectionId}', to_jsonb($3::text)),
        version = version + 1, updated_at = now()
      where workspace_id = $1 and settings ->> 'connectionId' = $2`,
      [workspaceId, from, to],
    );
    return;
  }
  // A name is letters, digits and _: nothing in it means something to a pattern.
  const mention = String.raw`(?<!\\)\{\{\s*secrets\.${from}\s*\}\}`;
  await client.query(
    `update actions set settings = regexp_replace(settings::text, $2, $3, 'g')::jsonb,
      version = version + 1, updated_at = now()
    where workspace_id = $1 and settings::text ~ $2`,
    [workspaceId, mention, `{{secrets.${to}}}`],
  );
  await client.query(
    `update agents set updated_at = now(), model =
      case when agents.model #>> '{fallback,secret}' = $2
        then jsonb_set(kept.model, '{fallback,secret}', to_jsonb($3::text)) else kept.model end
    from (
      select id as agent_id, case when model ->> 'secret' = $2
        then jsonb_set(model, '{secret}', to_jsonb($3::text)) else model end as model
      from agents where workspace_id = $1
    ) as kept
    where workspace_id = $1 and agents.id = kept.agent_id
      and (agents.model ->> 'secret' = $2 or agents.model #>> '{fallback,secret}' = $2)`,
    [workspaceId, from, to],
  );
}
