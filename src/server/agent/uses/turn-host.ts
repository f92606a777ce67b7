import type { JsonObject } from '../../../actions/define.ts';
import type { Entry } from '../../../contract/entry.ts';
import type { PageInfo } from '../../../contract/widget/session.ts';
import type { Language } from '../../builtin-engine/language/detect-language.ts';
import type { TimelineEntry } from '../../conversations/sync/list-entries.ts';
import type { CallRow } from '../../ledger/call-row.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { CallPlace } from '../../ledger/new-call.ts';

/** What a turn has for calls: where it stands, what was said and called before, and who keeps the ledger. */
export interface CallHost {
  workspaceId: string;
  ledger: Ledger;
  place: CallPlace;
  /** The last answer in the conversation: what is asked for again after it is another call. */
  offering: string;
  /** What this conversation has called so far. */
  calls: CallRow[];
  timeline: TimelineEntry[];
  /** What the visitor said before all that. */
  readOlderWords(): Promise<Entry[]>;
  /** The agent's; `auto`: the visitor's. */
  language: string;
  /** Questions are put in it. */
  speaks: Language;
  /** The model has read knowledge that somebody else than the owner wrote. */
  hasForeignText: boolean;
  /** The page that the visitor was on when the turn began, as far as their browser told. */
  page: PageInfo;
  /** What is signed of the visitor, and holds now; empty: nobody has signed them in. */
  identity(): JsonObject;
  /** What the visitor has left in a form. */
  readContact(): Promise<{ name?: string; email?: string }>;
  countUngrounded(what: { conversationId: string; actionId: string; names: string[] }): Promise<number>;
}
