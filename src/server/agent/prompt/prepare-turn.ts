import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Pool } from 'pg';
import type { Agent } from '../../../contract/agent.ts';
import {
  type CardRecord,
  listCards,
  listTimeline,
  type TimelineEntry,
} from '../../conversations/sync/list-entries.ts';
import { searchSnippets } from '../../knowledge/search-snippets.ts';
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
  conversationId: string,
): Promise<PreparedTurn> {
  const [timeline, cards, live] = await Promise.all([
    listTimeline(pool, conversationId, HISTORY_ENTRIES),
    listCards(pool, conversationId),
    actions.listLive(agent.workspaceId, agent.id),
  ]);
  return { timeline, ...(await prepareFrom(pool, agent, live, timeline, cards)) };
}

/** The same from messages that stand in no conversation. */
export async function prepareFrom(
  pool: Pool,
  agent: OwnedAgent,
  live: Awaited<ReturnType<ActionStore['listLive']>>,
  timeline: TimelineEntry[],
  cards: CardRecord[],
): Promise<{ prompt: LanguageModelV4Prompt; tools: AgentTool[] }> {
  const tools = buildTools(live, cards);
  const nameOf = new Map(tools.map(({ action, name }) => [action.id, name]));
  const snippets = await searchSnippets(pool, {
    workspaceId: agent.workspaceId,
    agentId: agent.id,
    text: openQuestion(timeline).slice(-SEARCH_MAX_CHARS),
    limit: SNIPPETS,
    fill: true,
  });
  return { tools, prompt: buildPrompt({ agent, timeline, snippets, nameOf }) };
}

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
