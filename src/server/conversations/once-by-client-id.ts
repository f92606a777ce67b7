import type { Pool } from 'pg';
import type { AuthorType, Entry } from '../../contract/entry.ts';
import { findEntryByClientId } from './sync/list-entries.ts';

interface Sent {
  conversationId: string;
  author: AuthorType;
  clientId: string;
}

/**
 * Runs a statement that adds an entry with a `clientId`. When there is one already, the statement has done nothing at
 * all, and the answer is that entry.
 */
export async function onceByClientId<Added>(
  pool: Pool,
  { conversationId, author, clientId }: Sent,
  append: () => Promise<Added>,
): Promise<{ added: Added } | { repeated: Entry }> {
  try {
    return { added: await append() };
  } catch (error) {
    if (!isRepeat(error)) throw error;
    const entry = await findEntryByClientId(pool, conversationId, author, clientId);
    if (!entry) throw error;
    return { repeated: entry };
  }
}

function isRepeat(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'entries_conversation_id_author_type_client_id_key';
}
