import type { Pool } from 'pg';
import { type CommittedTurn, commitTurn, type TurnOutcome } from '../../conversations/commit-turn.ts';
import type { OpenTurn } from '../../conversations/events.ts';
import { expireCards } from '../../conversations/expire-cards.ts';
import { recordTurn, type TurnRecord } from '../../ledger/records/record-turn.ts';

/**
 * Writes what a turn led to; with it, in one transaction, what the ledger has to know of it.
 * @returns null when the conversation has moved on, and nothing was written
 */
export async function writeTurn(
  pool: Pool,
  turn: OpenTurn,
  agentName: string,
  outcome: TurnOutcome,
  record: TurnRecord | null,
): Promise<CommittedTurn | null> {
  // Most turns only say something: one statement is all they need.
  if (!record) return commitTurn(pool, turn, agentName, outcome);
  const client = await pool.connect();
  try {
    await client.query('begin');
    const committed = await commitTurn(client, turn, agentName, outcome);
    if (!committed) {
      await client.query('rollback');
      return null;
    }
    const replaced = await recordTurn(client, turn, record);
    const expired = await expireCards(client, turn.conversationId, replaced);
    await client.query('commit');
    return { ...committed, entries: [...committed.entries, ...expired] };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
