import { connectionForms } from '../../../connections/forms.tsx';
import type { Connection } from '../../../contract/connections/connection.ts';
import type { EventTypePage } from '../../../contract/connections/event-type.ts';
import type { Tool } from '../../../contract/connections/tool.ts';
import { type Delivery, EVENT_TYPES, type Webhook } from '../../../contract/operation/webhook.ts';
import type { Backup } from '../../../contract/privacy/backup.ts';
import type { Secret } from '../../../contract/secret.ts';
import { daysAgo, minutesAgo } from './moments.ts';

const STATES: Pick<Connection, 'state' | 'problem'>[] = [
  { state: 'connected', problem: null },
  { state: 'reconnect', problem: 'The key was taken back. Connect it again with a new one.' },
  {
    state: 'failing',
    problem: 'It answered with an error (status 503). Bellhop tries again with the next use.',
  },
  { state: 'connected', problem: null },
];

/** One of each third party, in every state. */
export const sampleConnections: Connection[] = Object.entries(connectionForms).map(
  ([kind, { label }], index) => ({
    ...{ id: `connection-${kind}`, kind, name: `${label} of the shop`, settings: {}, hasCredentials: true },
    ...(STATES[index % STATES.length] as (typeof STATES)[number]),
    account: index === 0 ? { name: 'Ada Lindgren', email: 'ada@example.com' } : null,
    usedBy:
      index === 0 ? [{ type: 'action', id: 'action-1', name: 'Book a fitting', agentId: 'agent-1' }] : [],
    ...{ testedAt: minutesAgo(40), lastUsedAt: minutesAgo(5), createdAt: daysAgo(50), updatedAt: daysAgo(2) },
  }),
);

export const sampleEventTypes: EventTypePage = {
  items: [
    {
      ...{ id: 'https://api.calendly.com/event_types/AAAA', name: 'Fitting', minutes: 30 },
      url: 'https://calendly.com/nordlys/fitting',
      questions: [{ name: 'Your size', required: true }],
    },
  ],
  nextCursor: null,
  emptyReason: null,
};

const tool: Tool = {
  ...{ name: 'open_ticket', title: 'Open a ticket', description: 'Opens a ticket for the support team.' },
  inputSchema: { type: 'object', properties: { subject: { type: 'string' } } },
  ...{ hash: 'a'.repeat(43), problem: null, settings: {}, actions: [] },
};
export const sampleTools: Tool[] = [
  tool,
  {
    ...tool,
    ...{ name: 'find_order', title: 'Find an order' },
    actions: [
      { id: 'action-1', agentId: 'agent-1', name: 'Find an order', enabled: false, isCurrent: false },
    ],
  },
  {
    ...tool,
    name: 'draw',
    title: null,
    settings: null,
    problem: 'Its inputs are of a form that Bellhop cannot ask for.',
  },
];

const webhook: Webhook = {
  ...{
    id: 'webhook-1',
    url: 'https://crm.nordlys.example/hooks/bellhop',
    events: ['lead.submitted', 'booking.created'],
  },
  ...{
    enabled: true,
    disabledReason: null,
    oldSecretUntil: null,
    createdAt: daysAgo(9),
    updatedAt: daysAgo(9),
  },
};
export const sampleWebhooks: Webhook[] = [
  webhook,
  {
    ...webhook,
    ...{ id: 'webhook-2', url: `https://old.example/${'a-long-path/'.repeat(8)}`, events: [...EVENT_TYPES] },
    ...{
      enabled: false,
      disabledReason: 'It did not answer for three days. Mend it, then turn it on again.',
    },
  },
];

const delivery: Delivery = {
  ...{
    id: 'delivery-1',
    webhookId: 'webhook-1',
    eventId: 'event-1',
    type: 'lead.submitted',
    state: 'delivered',
  },
  ...{
    payload: { id: 'event-1', type: 'lead.submitted', data: { email: 'ada@example.com' } },
    nextAttemptAt: null,
  },
  attempts: [{ id: 'attempt-1', at: minutesAgo(9), ms: 87, status: 204, error: null, response: '' }],
  ...{ createdAt: minutesAgo(9), endedAt: minutesAgo(9) },
};
export const sampleDeliveries: Delivery[] = [
  delivery,
  {
    ...delivery,
    ...{ id: 'delivery-2', state: 'pending', nextAttemptAt: minutesAgo(-20), endedAt: null },
    attempts: [
      {
        id: 'attempt-2',
        at: minutesAgo(8),
        ms: 3_010,
        status: 500,
        error: null,
        response: '<h1>Internal Server Error</h1>',
      },
      { id: 'attempt-3', at: minutesAgo(3), ms: 10_000, status: null, error: 'timeout', response: null },
    ],
  },
  { ...delivery, id: 'delivery-3', state: 'failed', payload: null },
];

export const sampleSecrets: Secret[] = [
  {
    ...{ name: 'openai_key', hosts: ['api.openai.com'], last4: '7890' },
    usedBy: [{ type: 'agent', id: 'agent-1', name: 'Robin', agentId: 'agent-1' }],
    ...{ createdAt: daysAgo(90), updatedAt: daysAgo(40) },
  },
  {
    ...{
      name: 'shop_key',
      hosts: ['api.nordlys.example', 'eu.api.nordlys.example:8443', '*.warehouse.example'],
      last4: '',
    },
    ...{ usedBy: [], createdAt: daysAgo(10), updatedAt: daysAgo(10) },
  },
];

export const sampleBackups: Backup[] = [
  {
    id: 'backup-3',
    file: '',
    state: 'running',
    bytes: null,
    rows: null,
    problem: null,
    startedAt: minutesAgo(1),
    endedAt: null,
  },
  {
    ...{
      id: 'backup-2',
      file: 'bellhop-2026-01-04.bak',
      state: 'done',
      bytes: 48_120_332,
      rows: 91_204,
      problem: null,
    },
    ...{ startedAt: daysAgo(1), endedAt: daysAgo(1) },
  },
  {
    ...{ id: 'backup-1', file: '', state: 'failed', bytes: null, rows: null },
    problem: 'There is no room left on the disk. Make some, then try again.',
    ...{ startedAt: daysAgo(2), endedAt: daysAgo(2) },
  },
];
