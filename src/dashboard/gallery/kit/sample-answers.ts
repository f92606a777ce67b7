import type { ApiAnswer, ApiRoute } from './api-shapes.ts';
import { listOf } from './list-of.ts';
import { daysAgo, minutesAgo } from './moments.ts';
import { sampleActions, sampleListedActions, sampleReferences } from './sample-actions.ts';
import {
  sampleAgent,
  sampleOverview,
  sampleSnippets,
  sampleSource,
  sampleSources,
  sampleVersions,
  sampleWorkspace,
} from './sample-agent.ts';
import {
  sampleBackups,
  sampleConnections,
  sampleDeliveries,
  sampleEventTypes,
  sampleSecrets,
  sampleTools,
  sampleWebhooks,
} from './sample-connections.ts';
import {
  sampleCalls,
  sampleConversation,
  sampleConversations,
  sampleEntries,
  sampleLeads,
  sampleNotes,
} from './sample-conversations.ts';
import { sampleAudit, sampleInvitations, sampleKeys, sampleMembers } from './sample-people.ts';
import { sampleTurns } from './sample-turns.ts';

/** A house in full use: what the API answers there, unless a state says otherwise. */
export const sampleAnswers: { [Route in ApiRoute]?: ApiAnswer<Route> } = {
  'GET /v1/overview': sampleOverview,
  'GET /v1/workspace': sampleWorkspace,
  'GET /v1/agents': listOf(sampleAgent),
  'GET /v1/agents/{id}/versions': listOf(...sampleVersions),
  'GET /v1/agents/{id}/actions': listOf(...sampleListedActions),
  'GET /v1/agents/{id}/sightings': listOf({
    ...{ origin: 'https://nordlys.example', firstSeenAt: daysAgo(80), seenAt: minutesAgo(30) },
  }),
  'GET /v1/agents/{id}/identity-secrets': listOf({ id: 'identity-1', last4: 'x7k2', createdAt: daysAgo(12) }),
  'POST /v1/agents/{id}/playground': { conversationId: 'conversation-1', token: 'playground' },
  'GET /v1/playground/{id}/turns': listOf(...sampleTurns),
  'GET /v1/actions/{id}': sampleActions[0],
  'GET /v1/actions/{id}/references': listOf(...sampleReferences),
  'GET /v1/calls': listOf(...sampleCalls),
  'GET /v1/knowledge/sources': listOf(...sampleSources),
  'GET /v1/knowledge/sources/{id}': sampleSource,
  'GET /v1/knowledge/search': { items: sampleSnippets },
  'GET /v1/conversation-counts': { waiting: 3, mine: 12, agent: 100 },
  'GET /v1/conversations': listOf(...sampleConversations),
  'GET /v1/conversations/{id}': sampleConversation,
  'GET /v1/conversations/{id}/entries': listOf(...sampleEntries),
  'GET /v1/conversations/{id}/notes': listOf(...sampleNotes),
  'GET /v1/leads': listOf(...sampleLeads),
  'GET /v1/leads/{id}': sampleLeads[0],
  'GET /v1/connections': listOf(...sampleConnections),
  'GET /v1/connections/{id}/tools': { ...listOf(...sampleTools), ms: 212, isCut: true },
  'GET /v1/connections/{id}/event-types': sampleEventTypes,
  'GET /v1/webhooks': listOf(...sampleWebhooks),
  'GET /v1/webhooks/{id}/deliveries': listOf(...sampleDeliveries),
  'GET /v1/secrets': listOf(...sampleSecrets),
  'GET /v1/backups': listOf(...sampleBackups),
  'GET /v1/members': listOf(...sampleMembers),
  'GET /v1/invitations': listOf(...sampleInvitations),
  'GET /v1/invitations/by-token/{id}': {
    ...{ email: 'maja@nordlys.example', workspaceName: 'Nordlys Outdoor', role: 'member', hasAccount: false },
  },
  'GET /v1/api-keys': listOf(...sampleKeys),
  'GET /v1/audit': listOf(...sampleAudit),
};
