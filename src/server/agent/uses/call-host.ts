import type { Language } from '../../builtin-engine/language/detect-language.ts';
import type { OpenTurn } from '../../conversations/events.ts';
import { identityValues } from '../../conversations/identity/visitor-identity.ts';
import { listVisitorWords } from '../../conversations/sync/list-visitor-words.ts';
import { readContact } from '../../leads/read-contact.ts';
import { countUngrounded } from '../../ledger/records/count-ungrounded.ts';
import type { PreparedTurn } from '../prompt/prepare-turn.ts';
import type { TurnRunnerDeps } from '../turn/turn-deps.ts';
import type { CallHost } from './turn-host.ts';

/** Where the calls of a turn stand. */
export function callHost(
  { pool, ledger }: TurnRunnerDeps,
  turn: OpenTurn,
  { timeline, calls, hasForeignText, page, identity }: PreparedTurn,
  { afterSeq, language, speaks }: { afterSeq: number; language: string; speaks: Language },
): CallHost {
  const { conversationId, visitorId, fence, workspaceId } = turn;
  // A message into a running turn, or another process that takes it over, asks for the same call again, not for a second one.
  const answered = timeline.findLast(({ author }) => author.type !== 'visitor');
  return {
    workspaceId,
    ledger,
    place: { conversationId, visitorId, fence, turnId: turn.id, afterSeq },
    offering: answered?.id ?? '',
    ...{ calls, timeline, language, speaks, hasForeignText, page },
    identity: () => identityValues(identity()),
    readContact: () => readContact(pool, turn),
    readOlderWords: async () => {
      const first = timeline[0]?.seq ?? 1;
      return first > 1 ? listVisitorWords(pool, conversationId, first) : [];
    },
    countUngrounded: (what) => countUngrounded(pool, what),
  };
}
