import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Pool } from 'pg';
import type { Agent } from '../../../contract/agent.ts';
import type { Snippet } from '../../../contract/knowledge.ts';
import {
  type CardRecord,
  listCards,
  listTimeline,
  type TimelineEntry,
} from '../../conversations/sync/list-entries.ts';
import { searchSnippets } from '../../knowledge/search-snippets.ts';
import { listConversationCalls } from '../../ledger/api/list-calls.ts';
import { listUsedUp } from '../../ledger/call-limits.ts';
import type { CallRow } from '../../ledger/call-row.ts';
import type { ActionStore } from '../../workspace/actions/actions.ts';
import { buildPrompt } from './build-prompt.ts';
import { type AgentTool, buildTools } from './build-tools.ts';

/** Older entries than these the model is not told. */
const HISTORY_ENTRIES = 60;
/** All of a small knowledge base: a paraphrase may share no word with its answer. */
const SNIPPETS = 40;
const SEARCH_MAX_CHARS = 1_000;

export interface PreparedTurn {
  prompt: LanguageModelV4Prompt;
  tools: AgentTool[];
  timeline: TimelineEntry[];
  /** What was called in this conversation, oldest first. */
  calls: CallRow[];
  /** Tool names by action. */
  nameOf: Map<string, string>;
  /** Among the knowledge is text that somebody else than the owner wrote. */
  hasForeignText: boolean;
}

interface Stores {
  pool: Pool;
  actions: ActionStore;
}

type OwnedAgent = Agent & { workspaceId: string };

/** Reads all that a turn starts from. */
export async function prepareTurn(
  { pool, actions }: Stores,
  agent: OwnedAgent,
  { conversationId, visitorId }: { conversationId: string; visitorId: string },
): Promise<PreparedTurn> {
  const [{ timeline, hasCalls }, live] = await Promise.all([
    listTimeline(pool, conversationId, HISTORY_ENTRIES),
    actions.listLive(agent.workspaceId, agent.id),
  ]);
  // Most conversations are short, and nothing was called in them: then there is nothing more to ask for.
  const [cards, calls] = await Promise.all([
    timeline.length < HISTORY_ENTRIES ? cardsOf(timeline) : listCards(pool, conversationId),
    hasCalls ? listConversationCalls(pool, conversationId) : [],
  ]);
  const user = { workspaceId: agent.workspaceId, conversationId, visitorId };
  const usedUp = await listUsedUp(pool, live, user);
  const usable = live.filter(({ id }) => !usedUp.has(id));
  return { timeline, calls, ...(await prepareFrom(pool, agent, usable, timeline, cards, calls)) };
}

function cardsOf(timeline: TimelineEntry[]): CardRecord[] {
  return timeline.flatMap(({ id, card, actionId }) =>
    card && actionId ? [{ entryId: id, actionId, state: card.state }] : [],
  );
}

/** The same from messages that stand in no conversation. */
export async function prepareFrom(
  pool: Pool,
  agent: OwnedAgent,
  live: Awaited<ReturnType<ActionStore['listLive']>>,
  timeline: TimelineEntry[],
  cards: CardRecord[],
  calls: CallRow[] = [],
): Promise<Pick<PreparedTurn, 'prompt' | 'tools' | 'nameOf' | 'hasForeignText'>> {
  const tools = buildTools(live, cards);
  const nameOf = new Map(tools.map(({ action, name }) => [action.id, name]));
  const snippets = await searchSnippets(pool, {
    workspaceId: agent.workspaceId,
    agentId: agent.id,
    text: openQuestion(timeline).slice(-SEARCH_MAX_CHARS),
    limit: SNIPPETS,
    fill: true,
  });
  const hasForeignText = snippets.some(isForeign);
  return { tools, nameOf, hasForeignText, prompt: buildPrompt({ agent, timeline, snippets, nameOf, calls }) };
}

/** What the owner did not write themselves, such as a page that was fetched. */
function isForeign({ sourceType }: Snippet): boolean {
  return sourceType !== undefined && !OWN_SOURCES.has(sourceType);
}

const OWN_SOURCES = new Set(['faq', 'text']);

/** What the visitor has written since somebody last answered. */
function openQuestion(timeline: TimelineEntry[]): string {
  const answered = timeline.findLastIndex(
    ({ author, handedBack }) => handedBack || author.type === 'agent' || author.type === 'teammate',
  );
  return timeline
    .slice(answered + 1)
    .map(({ text }) => text ?? '')
    .join('\n');
}
