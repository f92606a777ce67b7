import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Pool } from 'pg';
import type { Snippet } from '../../../contract/knowledge.ts';
import type { PageInfo } from '../../../contract/widget/session.ts';
import type { OpenTurn } from '../../conversations/events.ts';
import type { VisitorIdentity } from '../../conversations/identity/visitor-identity.ts';
import {
  type CardRecord,
  listCards,
  listTimeline,
  type TimelineEntry,
} from '../../conversations/sync/list-entries.ts';
import { searchSnippets } from '../../knowledge/search-snippets.ts';
import { listConversationCalls } from '../../ledger/api/list-calls.ts';
import type { CallRow } from '../../ledger/call-row.ts';
import type { ActionStore, LiveAction } from '../../workspace/actions/actions.ts';
import type { OwnedAgent } from '../../workspace/agents/agent-json.ts';
import { isAvailable } from '../../workspace/availability/is-available.ts';
import type { Situation } from '../../workspace/availability/situation.ts';
import { buildPrompt } from './build-prompt.ts';
import { type AgentTool, buildTools } from './build-tools.ts';
import { languageOf } from './language-of.ts';

/** Older entries than these the model is not told. */
const HISTORY_ENTRIES = 60;
/** All of a small knowledge base: a paraphrase may share no word with its answer. */
const SNIPPETS = 40;
const SEARCH_MAX_CHARS = 1_000;

export interface PreparedTurn {
  agent: OwnedAgent;
  prompt: LanguageModelV4Prompt;
  /** What is offered in this turn. */
  tools: AgentTool[];
  /** Every enabled action of the agent, also those that are not offered now. */
  known: AgentTool[];
  timeline: TimelineEntry[];
  /** What was called in this conversation, oldest first. */
  calls: CallRow[];
  /** Tool names by action. */
  nameOf: Map<string, string>;
  /** Where the visitor is, as far as their browser told. */
  page: PageInfo;
  /** Who the visitor is, at the moment that it is asked. */
  identity(): VisitorIdentity;
  /** Among the knowledge is text that somebody else than the owner wrote. */
  hasForeignText: boolean;
  /** The team tries its agent: why a turn comes out as it does is kept, of what follows. */
  isPlayground: boolean;
  live: LiveAction[];
  snippets: Snippet[];
  situation: Situation;
}

interface Stores {
  pool: Pool;
  actions: ActionStore;
}

interface TurnSource {
  pool: Pool;
  agent: OwnedAgent;
  live: LiveAction[];
  situation: Situation;
  /** Absent: not known. */
  hasKnowledge?: boolean;
  timeline: TimelineEntry[];
  cards?: CardRecord[];
  calls?: CallRow[];
  identity?: VisitorIdentity;
}

/** Reads all that a turn starts from. @returns null when the agent was deleted */
export async function prepareTurn(
  { pool, actions }: Stores,
  { workspaceId, agentId, conversationId, visitorId }: OpenTurn,
): Promise<PreparedTurn | null> {
  const user = { conversationId, visitorId };
  const [{ agent, timeline, hasKnowledge, hasCalls, page, isPlayground, identity }, live] = await Promise.all(
    [listTimeline(pool, conversationId, HISTORY_ENTRIES), actions.listLive(workspaceId, agentId, user)],
  );
  if (!agent) return null;
  // Most conversations are short, and nothing was called in them: then there is nothing more to ask for.
  const [cards, calls] = await Promise.all([
    timeline.length < HISTORY_ENTRIES ? cardsOf(timeline) : listCards(pool, conversationId),
    hasCalls ? listConversationCalls(pool, conversationId) : [],
  ]);
  const visitor = identity();
  const situation = { page, now: new Date(), visitor, ...languageOf(timeline) };
  const said = { timeline, cards, calls, identity: visitor };
  const from = await prepareFrom({ pool, agent, live, situation, hasKnowledge, ...said });
  return { agent, timeline, calls, page, identity, isPlayground, live, situation, ...from };
}

function cardsOf(timeline: TimelineEntry[]): CardRecord[] {
  return timeline.flatMap(({ id, card, actionId }) =>
    card && actionId ? [{ entryId: id, actionId, state: card.state }] : [],
  );
}

/** The same from messages that stand in no conversation. */
export async function prepareFrom(
  source: TurnSource,
): Promise<Pick<PreparedTurn, 'prompt' | 'tools' | 'known' | 'nameOf' | 'snippets' | 'hasForeignText'>> {
  const { agent, live, situation, timeline, cards = [], calls = [], identity } = source;
  // All are named, and history speaks of all: what was done with one is true, though it is not offered now.
  const known = buildTools(live, cards);
  const offered = live.filter((action) => !action.usedUp && isAvailable(action, situation));
  const tools = known.filter(({ action }) => offered.some(({ id }) => id === action.id));
  const nameOf = new Map(known.map(({ action, name }) => [action.id, name]));
  const snippets = source.hasKnowledge === false ? [] : await findSnippets(source);
  const hasForeignText = snippets.some(isForeign);
  // Providers refuse a history with tools in a call without any.
  const canName = tools.length > 0 || agent.model.provider === 'builtin';
  const names = canName ? nameOf : new Map<string, string>();
  const prompt = buildPrompt({ agent, timeline, snippets, nameOf: names, calls, identity });
  return { tools, known, nameOf: names, snippets, hasForeignText, prompt };
}

function findSnippets({ pool, agent, timeline }: TurnSource): Promise<Snippet[]> {
  return searchSnippets(pool, {
    workspaceId: agent.workspaceId,
    agentId: agent.id,
    text: openQuestion(timeline).slice(-SEARCH_MAX_CHARS),
    limit: SNIPPETS,
    fill: true,
  });
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
