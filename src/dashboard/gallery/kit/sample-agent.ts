import type { Agent, AgentVersion } from '../../../contract/agent.ts';
import type { KnowledgeSource, KnowledgeSourceDetail, Snippet } from '../../../contract/knowledge.ts';
import type { Overview } from '../../../contract/operation/overview.ts';
import { DEFAULT_LOOK } from '../../../contract/widget/widget-look.ts';
import type { Workspace } from '../../../contract/workspace.ts';
import { daysAgo, minutesAgo } from './moments.ts';

export const sampleWorkspace: Workspace = {
  id: 'workspace-1',
  name: 'Nordlys Outdoor',
  modelBudget: { dailyCostUsd: 5, dailyTokens: null },
  eventLink: 'nordlys/fitting',
  retention: { conversationDays: 365, callPayloadDays: 30, webhookBodyDays: 7 },
  usageToday: { day: '2026-01-05', inputTokens: 812_000, outputTokens: 45_300, costUsd: 3.91 },
};

export const sampleOverview: Overview = {
  ...{ conversations: 128, solved: 97, waiting: 3, isTried: true },
  attention: [
    { type: 'call', id: 'action-1', name: 'Look up an order', problem: 'timeout', since: minutesAgo(12) },
    {
      type: 'connection',
      id: 'connection-1',
      name: 'Fitting calendar',
      problem: 'The key was taken back.',
      since: daysAgo(1),
    },
  ],
};

export const sampleAgent: Agent = {
  ...{ id: 'agent-1', name: 'Robin', tone: 'friendly', language: 'auto' },
  instructions:
    'Answer in two or three sentences.\nNever make up prices.\nOffer the fitting when somebody is not sure about a size.',
  greeting: 'Hello! Ask me about orders, delivery and sizes.',
  model: {
    provider: 'openai',
    model: 'gpt-5-mini',
    secret: 'openai_key',
    fallback: { provider: 'builtin' },
  },
  allowedOrigins: ['https://nordlys.example'],
  widget: {
    ...DEFAULT_LOOK,
    title: 'Nordlys help',
    subtitle: 'Usually replies at once',
    starters: ['Where is my order?'],
  },
  createdAt: daysAgo(90),
  updatedAt: daysAgo(1),
};

const version: AgentVersion = {
  ...{ version: 1, name: 'Robin', tone: 'friendly', language: 'auto', author: '' },
  greeting: sampleAgent.greeting,
  instructions: 'Answer in two or three sentences.\nBe kind.',
  createdAt: daysAgo(90),
};
export const sampleVersions: AgentVersion[] = [
  {
    ...version,
    version: 3,
    instructions: sampleAgent.instructions,
    author: 'Ingrid Berg',
    createdAt: daysAgo(1),
  },
  { ...version, version: 2, tone: 'brief', author: 'Lars Holm', createdAt: daysAgo(14) },
  version,
];

const source = { agentId: 'agent-1', url: null, createdAt: daysAgo(40), updatedAt: daysAgo(2) };
export const sampleSources: KnowledgeSource[] = [
  {
    ...source,
    id: 'source-1',
    type: 'faq',
    title: 'Shipping and returns',
    snippets: 2,
    url: 'https://nordlys.example/help',
  },
  { ...source, id: 'source-2', type: 'text', title: 'How to wash a down jacket', snippets: 14 },
];

export const sampleSource: KnowledgeSourceDetail = {
  ...source,
  ...{ id: 'source-1', type: 'faq', title: 'Shipping and returns', snippets: 2 },
  content: {
    ...{ type: 'faq', title: 'Shipping and returns' },
    items: [
      { question: 'How long does shipping take?', answer: 'Two to four working days.' },
      {
        question: 'May I send it back?',
        answer: 'Within 60 days, free of charge.',
        url: 'https://nordlys.example/returns',
      },
    ],
  },
};

export const sampleText: KnowledgeSourceDetail = {
  ...source,
  ...{ id: 'source-2', type: 'text', title: 'How to wash a down jacket', snippets: 14 },
  content: {
    ...{ type: 'text', title: 'How to wash a down jacket' },
    text: '# Washing\nAt 30 degrees, with soap for down.\n\n# Drying\nIn the dryer, with two tennis balls.',
  },
};

export const sampleSnippets: Snippet[] = [
  {
    ...{ id: 'snippet-1', sourceId: 'source-1', title: 'Shipping and returns', sourceType: 'faq' },
    ...{ question: 'How long does shipping take?', text: 'Two to four working days.' },
  },
  {
    id: 'snippet-2',
    sourceId: 'source-2',
    title: 'How to wash a down jacket',
    text: 'At 30 degrees, with soap for down.',
  },
];
