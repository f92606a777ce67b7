import type { ConnectionDefinition } from '../../../connections/define.ts';
import type { Place } from '../../platform/secrets/seal.ts';
import type { ConnectionDeps } from '../connection-deps.ts';

/** What is sealed in `connections.credentials`. */
export interface StoredCredentials {
  /** As they were handed in. */
  given: unknown;
  /** What the third party has given for them. */
  tokens: Tokens | null;
}

export interface Tokens {
  access: string;
  /** Null: there is no way to renew it but through a person. */
  refresh: string | null;
}

type Safe = Pick<ConnectionDeps, 'vault' | 'redactor'>;

/** Where in `connections` something of this row is sealed. */
export function placeOf(id: string, column: 'credentials' | 'hook_key'): Place {
  return { table: 'connections', row: id, column };
}

export function sealCredentials(
  { vault }: Safe,
  workspaceId: string,
  id: string,
  stored: StoredCredentials,
): Promise<string> {
  return vault.seal(workspaceId, placeOf(id, 'credentials'), JSON.stringify(stored));
}

/** From here on the process knows them, and tells them to nobody. */
export async function openCredentials(
  { vault, redactor }: Safe,
  definition: ConnectionDefinition,
  { id, workspace_id, credentials }: { id: string; workspace_id: string; credentials: string | null },
): Promise<StoredCredentials | null> {
  if (credentials === null) return null;
  const text = await vault.open(workspace_id, placeOf(id, 'credentials'), credentials);
  const stored = JSON.parse(text) as StoredCredentials;
  for (const secret of definition.secrets(stored.given)) redactor.add(secret);
  for (const token of Object.values(stored.tokens ?? {})) if (token !== null) redactor.add(token);
  return stored;
}
