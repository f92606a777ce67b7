import { z } from 'zod';
import { apiKeySchema, madeApiKeySchema } from '../../../contract/accounts/api-key.ts';
import { auditEntrySchema } from '../../../contract/accounts/audit.ts';
import {
  invitationSchema,
  memberSchema,
  openInvitationSchema,
  sessionSchema,
} from '../../../contract/accounts/person.ts';
import { actionSchema } from '../../../contract/action.ts';
import { listedActionSchema } from '../../../contract/actions/activity.ts';
import { referenceSchema } from '../../../contract/actions/reference.ts';
import { agentSchema, agentVersionSchema } from '../../../contract/agent.ts';
import { callSchema } from '../../../contract/call.ts';
import { connectionSchema } from '../../../contract/connections/connection.ts';
import { eventTypePageSchema } from '../../../contract/connections/event-type.ts';
import { toolPageSchema } from '../../../contract/connections/tool.ts';
import {
  conversationCountsSchema,
  conversationDetailSchema,
  conversationSchema,
  noteSchema,
} from '../../../contract/conversation.ts';
import { entrySchema } from '../../../contract/entry-schema.ts';
import { actionTestSchema, outgoingPreviewSchema } from '../../../contract/http/preview.ts';
import {
  knowledgeSourceDetailSchema,
  knowledgeSourceSchema,
  snippetSchema,
} from '../../../contract/knowledge.ts';
import { leadSchema } from '../../../contract/lead.ts';
import { modelTestResultSchema } from '../../../contract/model.ts';
import { overviewSchema } from '../../../contract/operation/overview.ts';
import { deliverySchema, webhookSchema } from '../../../contract/operation/webhook.ts';
import { playgroundSchema, playgroundTurnSchema } from '../../../contract/playground.ts';
import { backupSchema } from '../../../contract/privacy/backup.ts';
import { erasedSchema } from '../../../contract/privacy/person.ts';
import { secretSchema } from '../../../contract/secret.ts';
import { identitySecretSchema } from '../../../contract/widget/identity.ts';
import { sightingSchema } from '../../../contract/widget/sighting.ts';
import { workspaceSchema } from '../../../contract/workspace.ts';

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** What the dashboard asks the API, and the contract's shape of each answer. A test holds it against the real server. */
export const apiShapes = {
  'GET /v1/session': sessionSchema,
  'GET /v1/overview': overviewSchema,
  'GET /v1/workspace': workspaceSchema,
  'PATCH /v1/workspace': workspaceSchema,
  'GET /v1/agents': pageOf(agentSchema),
  'GET /v1/agents/{id}/versions': pageOf(agentVersionSchema),
  'GET /v1/agents/{id}/actions': pageOf(listedActionSchema),
  'GET /v1/agents/{id}/sightings': pageOf(sightingSchema),
  'GET /v1/agents/{id}/identity-secrets': pageOf(identitySecretSchema),
  'POST /v1/agents/{id}/identity-secrets': identitySecretSchema.extend({ value: z.string() }),
  'POST /v1/agents/{id}/playground': playgroundSchema,
  'GET /v1/playground/{id}/turns': pageOf(playgroundTurnSchema),
  'GET /v1/actions/{id}': actionSchema,
  'GET /v1/actions/{id}/references': pageOf(referenceSchema),
  'POST /v1/actions/{id}/test': actionTestSchema,
  'POST /v1/http-requests/preview': z.object({ request: outgoingPreviewSchema }),
  'GET /v1/calls': pageOf(callSchema),
  'GET /v1/knowledge/sources': pageOf(knowledgeSourceSchema),
  'GET /v1/knowledge/sources/{id}': knowledgeSourceDetailSchema,
  'GET /v1/knowledge/search': z.object({ items: z.array(snippetSchema) }),
  'GET /v1/conversation-counts': conversationCountsSchema,
  'GET /v1/conversations': pageOf(conversationSchema),
  'GET /v1/conversations/{id}': conversationDetailSchema,
  'GET /v1/conversations/{id}/entries': pageOf(entrySchema),
  'GET /v1/conversations/{id}/notes': pageOf(noteSchema),
  'POST /v1/conversations/{id}/replies': entrySchema,
  'GET /v1/leads': pageOf(leadSchema),
  'GET /v1/leads/{id}': leadSchema,
  'GET /v1/connections': pageOf(connectionSchema),
  'GET /v1/connections/{id}/tools': toolPageSchema,
  'GET /v1/connections/{id}/event-types': eventTypePageSchema,
  'GET /v1/webhooks': pageOf(webhookSchema),
  'GET /v1/webhooks/{id}/deliveries': pageOf(deliverySchema),
  'GET /v1/secrets': pageOf(secretSchema),
  'POST /v1/models/test': modelTestResultSchema,
  'GET /v1/backups': pageOf(backupSchema),
  'GET /v1/people/export': z.record(z.string(), z.unknown()),
  'DELETE /v1/people': erasedSchema,
  'GET /v1/members': pageOf(memberSchema),
  'GET /v1/invitations': pageOf(invitationSchema),
  'GET /v1/invitations/by-token/{id}': openInvitationSchema,
  'GET /v1/api-keys': pageOf(apiKeySchema),
  'POST /v1/api-keys': madeApiKeySchema,
  'GET /v1/audit': pageOf(auditEntrySchema),
} as const;

export type ApiRoute = keyof typeof apiShapes;
export type ApiAnswer<Route extends ApiRoute> = z.input<(typeof apiShapes)[Route]>;
