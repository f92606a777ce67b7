import type { OpenTurn } from '../../conversations/events.ts';
import { identityValues } from '../../conversations/identity/visitor-identity.ts';
import { readPage } from '../../conversations/sync/read-page.ts';
import { readContact } from '../../leads/read-contact.ts';
import type { PreparedTurn } from '../prompt/prepare-turn.ts';
import type { TurnRunnerDeps } from '../turn/turn-deps.ts';
import type { CallHost } from './use-call.ts';

/** Where the calls of a turn stand. */
export function callHost(
  { pool, ledger }: TurnRunnerDeps,
  turn: OpenTurn,
  { timeline, calls, identity }: PreparedTurn,
  afterSeq: number,
): CallHost {
  const { conversationId, visitorId, fence, workspaceId } = turn;
  // A message into a running turn, or another process that takes it over, asks for the same call again, not for a second one.
  const answered = timeline.findLast(({ author }) => author.type !== 'visitor');
  return {
    workspaceId,
    ledger,
    place: { conversationId, visitorId, fence, turnId: turn.id, afterSeq },
    offering: answered?.id ?? '',
    calls,
    identity: () => identityValues(identity()),
    readContact: () => readContact(pool, turn),
    readPage: async () => (await readPage(pool, conversationId)) ?? {},
  };
}
