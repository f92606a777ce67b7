/** Ids of one workspace's things, for the routes that take them. */
export interface Things {
  agent: string;
  action: string;
  archived: string;
  connection: string;
  secret: string;
  source: string;
  conversation: string;
  call: string;
  lead: string;
  entry: string;
  file: string;
  webhook: string;
  delivery: string;
  identitySecret: string;
  /** Of the agent. */
  version: string;
  playground: string;
  member: string;
  invitation: string;
  apiKey: string;
}

export interface Row {
  /** The thing whose id, or name, stands in the path. */
  thing?: keyof Things;
  /** The same for a second one. */
  part?: keyof Things;
  query?: (things: Things) => string;
  body?: (things: Things) => object;
  /**
   * What a caller who has rights of their own, and none to these things, is answered. `not_found`: the things are named in the
   * request. `own`: nothing is named, they get what is theirs. `refused`: it is of the whole installation, which is not theirs.
   */
  stranger: 'not_found' | 'own' | 'refused';
  /** What is answered to those who are let in; absent: that it is done. */
  status?: number;
  /** It ends the session of whoever calls: a visitor, or a person, of their own does. */
  endsSession?: true;
}

const button = { kind: 'button', name: 'x', settings: { text: 'x', url: 'https://x.example/' } };
const request = { settings: { request: { url: 'https://x.example/' } } };
const password = 'long enough for anybody';
const newOwner = () => ({ code: 'x', name: 'x', email: 'x@example.com', password, workspaceName: 'x' });
const message = () => ({ clientId: crypto.randomUUID(), text: 'hello' });
const named = (thing: keyof Things, more: Omit<Row, 'thing' | 'stranger'> = {}): Row => ({
  ...{ thing, stranger: 'not_found' },
  ...more,
});
const ofInstallation = (more: Omit<Row, 'stranger'> = {}): Row => ({ stranger: 'refused', ...more });
const own = (more: Omit<Row, 'stranger'> = {}): Row => ({ stranger: 'own', ...more });

/** Every route, with a call of it that would succeed were the caller allowed to make it. A route that is not here fails the test. */
export const matrix: Record<string, Row> = {
  // A code, a password, a link: what opens these is in the body, and the one here is wrong.
  'get /api/v1/session': own(),
  'post /api/v1/setup': own({ body: newOwner, status: 409 }),
  'post /api/v1/sign-in': own({ body: () => ({ email: 'x@example.com', password: 'x' }), status: 401 }),
  'post /api/v1/password/forgotten': own({ body: () => ({ email: 'x@example.com' }) }),
  'post /api/v1/password/reset': own({ body: () => ({ token: 'x', password }), status: 422 }),
  'get /api/v1/invitations/by-token/{token}': own({ status: 404 }),
  'post /api/v1/invitations/accept': own({ body: () => ({ token: 'x', password }), status: 404 }),

  'post /api/v1/sign-out': own({ endsSession: true }),
  'post /api/v1/me/workspace': own({ body: () => ({ workspaceId: 'nowhere' }), status: 404 }),
  'post /api/v1/me/password': own({ body: () => ({ current: 'x', password }), status: 422 }),
  'post /api/v1/workspaces': own({ body: () => ({ name: 'x' }), endsSession: true }),

  'get /api/v1/members': own(),
  'patch /api/v1/members/{id}': named('member', { body: () => ({ role: 'viewer' }) }),
  'delete /api/v1/members/{id}': named('member'),
  'get /api/v1/invitations': own(),
  'post /api/v1/invitations': own({
    body: () => ({ email: `${crypto.randomUUID()}@example.com`, role: 'viewer' }),
  }),
  'delete /api/v1/invitations/{id}': named('invitation'),
  'get /api/v1/api-keys': own(),
  'post /api/v1/api-keys': own({ body: () => ({ name: 'x', scopes: ['leads:read'] }) }),
  'delete /api/v1/api-keys/{id}': named('apiKey'),
  'get /api/v1/audit': own(),
  'get /api/v1/audit/check': own(),

  'get /api/v1/workspace': own(),
  'patch /api/v1/workspace': own({ body: () => ({ name: 'My workspace' }) }),
  'get /api/v1/overview': own(),
  'get /metrics': ofInstallation(),
  'post /api/v1/models/test': own({ body: () => ({ model: { provider: 'builtin' } }) }),

  'get /api/v1/agents': own(),
  'post /api/v1/agents': own({ body: () => ({ name: 'x' }) }),
  'get /api/v1/agents/{id}': named('agent'),
  'patch /api/v1/agents/{id}': named('agent', { body: () => ({ greeting: 'hi' }) }),
  'delete /api/v1/agents/{id}': named('agent'),
  'get /api/v1/agents/{id}/versions': named('agent'),
  'post /api/v1/agents/{id}/versions/{version}/restore': named('agent', { part: 'version' }),
  'post /api/v1/agents/{id}/decide': named('agent', {
    body: () => ({ messages: [{ author: 'visitor', text: 'hi' }] }),
  }),
  'post /api/v1/agents/{id}/playground': named('agent'),
  'get /api/v1/playground/{id}/turns': named('playground'),
  'get /api/v1/agents/{id}/actions': named('agent'),
  'post /api/v1/agents/{id}/actions': named('agent', { body: () => button }),

  'get /api/v1/agents/{id}/sightings': named('agent'),
  'get /api/v1/agents/{id}/identity-secrets': named('agent'),
  'post /api/v1/agents/{id}/identity-secrets': named('agent'),
  'delete /api/v1/agents/{id}/identity-secrets/{secretId}': named('agent', { part: 'identitySecret' }),

  'get /api/v1/actions/{id}': named('action'),
  'patch /api/v1/actions/{id}': named('action', { body: () => ({ enabled: true }) }),
  'delete /api/v1/actions/{id}': named('action'),
  'get /api/v1/actions/{id}/references': named('action'),
  'post /api/v1/actions/{id}/restore': named('archived'),
  'post /api/v1/actions/{id}/copy': named('action', { body: ({ agent }) => ({ agentId: agent }) }),
  'post /api/v1/actions/{id}/approve-tool': named('action', { body: () => ({ hash: 'x' }), status: 422 }),
  'post /api/v1/actions/{id}/preview': named('action', { body: () => ({ values: {} }) }),
  'post /api/v1/actions/{id}/test': named('action', { body: () => ({ values: {} }) }),
  'post /api/v1/http-requests/preview': own({ body: () => request }),
  'post /api/v1/http-requests/import': own({ body: () => ({ curl: 'curl https://x.example/' }) }),

  'get /api/v1/connections': own(),
  'post /api/v1/connections': own({
    body: () => ({ kind: 'calendly', credentials: { token: 'made-up-token' } }),
  }),
  'get /api/v1/connections/{id}': named('connection'),
  'patch /api/v1/connections/{id}': named('connection', { body: () => ({ name: 'x' }) }),
  'delete /api/v1/connections/{id}': named('connection'),
  'post /api/v1/connections/{id}/test': named('connection'),
  'get /api/v1/connections/{id}/event-types': named('connection'),
  'get /api/v1/connections/{id}/tools': named('connection', { status: 422 }),
  'get /api/v1/connections/{id}/references': named('connection'),
  'post /api/v1/connections/oauth/start': {
    stranger: 'not_found',
    body: ({ connection }) => ({ connectionId: connection }),
  },
  'get /api/v1/connections/oauth/callback': own({ query: () => 'state=made-up&code=x', status: 422 }),
  // Nobody is let in without a signature.
  'post /hooks/connections/{id}': named('connection', { status: 404 }),

  'get /api/v1/secrets': own(),
  'get /api/v1/secrets/{name}': named('secret'),
  'get /api/v1/secrets/{name}/references': named('secret'),
  // Everybody has names of their own: whoever stores this one stores theirs.
  'put /api/v1/secrets/{name}': {
    ...{ thing: 'secret', stranger: 'own' },
    body: () => ({ value: 'another-value', hosts: ['x.example'] }),
  },
  'delete /api/v1/secrets/{name}': named('secret'),

  'get /api/v1/knowledge/sources': own({ query: ({ agent }) => `agentId=${agent}` }),
  'post /api/v1/knowledge/sources': {
    stranger: 'not_found',
    body: ({ agent }) => ({
      ...{ agentId: agent, type: 'faq', title: 'x' },
      items: [{ question: 'q', answer: 'a' }],
    }),
  },
  'get /api/v1/knowledge/sources/{id}': named('source'),
  'put /api/v1/knowledge/sources/{id}': named('source', {
    body: () => ({ type: 'text', title: 'x', text: 'canary' }),
  }),
  'delete /api/v1/knowledge/sources/{id}': named('source'),
  'get /api/v1/knowledge/search': {
    stranger: 'not_found',
    query: ({ agent }) => `agentId=${agent}&q=canary`,
  },

  'get /api/v1/webhooks': own(),
  'post /api/v1/webhooks': own({
    body: () => ({ url: 'http://127.0.0.1:1/', events: ['lead.submitted'] }),
  }),
  'get /api/v1/webhooks/{id}': named('webhook'),
  'patch /api/v1/webhooks/{id}': named('webhook', { body: () => ({ enabled: true }) }),
  'delete /api/v1/webhooks/{id}': named('webhook'),
  'get /api/v1/webhooks/{id}/secret': named('webhook'),
  'post /api/v1/webhooks/{id}/rotate-secret': named('webhook'),
  'post /api/v1/webhooks/{id}/test': named('webhook'),
  'get /api/v1/webhooks/{id}/deliveries': named('webhook'),
  'post /api/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver': named('webhook', { part: 'delivery' }),

  'get /api/v1/conversations': own(),
  'get /api/v1/conversations/{id}': named('conversation'),
  'get /api/v1/conversations/{id}/entries': named('conversation'),
  'post /api/v1/conversations/{id}/replies': named('conversation', { body: message }),
  // Without an image in the body.
  'post /api/v1/conversations/{id}/files': named('conversation', { status: 422 }),
  'get /api/v1/files/{id}': named('file'),
  'get /widget/v1/files/{id}': named('file'),
  'get /api/v1/conversation-counts': own(),
  // A stream, and asked for as none.
  'get /api/v1/events': own({ status: 422 }),
  'post /api/v1/conversations/{id}/close': named('conversation'),
  'post /api/v1/conversations/{id}/reopen': named('conversation'),
  'put /api/v1/conversations/{id}/assignee': named('conversation', { body: () => ({ userId: null }) }),
  'get /api/v1/conversations/{id}/notes': named('conversation'),
  'post /api/v1/conversations/{id}/notes': named('conversation', { body: message }),
  'put /api/v1/conversations/{id}/auto-reply': named('conversation', { body: () => ({ state: 'on' }) }),

  'get /api/v1/calls': own({ query: ({ conversation }) => `conversationId=${conversation}` }),
  'get /api/v1/calls/{id}': named('call'),
  'get /api/v1/bookings': own(),
  'get /api/v1/people/export': { stranger: 'not_found', query: () => 'email=canary@example.com' },
  // Of nobody: the others still need the visitor.
  'delete /api/v1/people': own({ query: () => 'sub=nobody', status: 404 }),
  'get /api/v1/backups': ofInstallation(),
  'post /api/v1/backups': ofInstallation({ status: 201 }),
  'get /api/v1/leads': own(),
  'get /api/v1/leads.csv': own(),
  'get /api/v1/leads/{id}': named('lead'),
  'delete /api/v1/leads/{id}': named('lead'),

  'post /widget/v1/sessions': own({ body: ({ agent }) => ({ agentId: agent }) }),
  'post /widget/v1/identity': own({ body: () => ({ identity: 'not-signed' }), status: 422 }),
  'delete /widget/v1/session': own({ endsSession: true }),
  'post /widget/v1/messages': own({ body: message }),
  'get /widget/v1/events': own(),
  'post /widget/v1/cards/{entryId}': named('entry', { body: () => ({ clientId: 'x', op: 'open' }) }),
  // Last of all: the visitor is gone after it.
  'delete /widget/v1/me': own(),
};
