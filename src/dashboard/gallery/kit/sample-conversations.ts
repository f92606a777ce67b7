import type { Call } from '../../../contract/call.ts';
import type { Conversation, ConversationDetail, Note } from '../../../contract/conversation.ts';
import { type AuthorType, CONFIRMATION, type Entry, INPUT_FORM } from '../../../contract/entry.ts';
import type { Lead } from '../../../contract/lead.ts';
import { daysAgo, minutesAgo } from './moments.ts';
import { sampleActions } from './sample-actions.ts';

const conversation: Conversation = {
  ...{ id: 'conversation-1', agentId: 'agent-1', visitorId: 'visitor-1', channel: 'widget', status: 'open' },
  ...{
    autoReply: 'muted',
    mutedUntil: null,
    muteReason: 'wants a refund',
    mutedAt: minutesAgo(7),
    mutedBy: null,
  },
  summary: 'Ada waits for a parcel that was to arrive on Monday, and wants her money back.',
  page: {
    url: 'https://nordlys.example/orders/A-10493?tab=shipping',
    title: 'Your order',
    language: 'en-GB',
  },
  lastText: 'Then I want my money back, please.',
  ...{ lastAt: minutesAgo(7), lastAuthor: 'visitor', createdAt: minutesAgo(25), waitingSince: minutesAgo(7) },
  ...{ assignee: null, visitorName: 'Ada Lindgren', visitorEmail: 'ada@example.com' },
};

export const sampleConversations: Conversation[] = [
  conversation,
  {
    ...conversation,
    ...{ id: 'conversation-2', visitorId: 'visitor-2', visitorName: null, visitorEmail: null, summary: null },
    ...{ lastText: null, lastAuthor: null, muteReason: null, page: null, waitingSince: minutesAgo(61) },
  },
  {
    ...conversation,
    ...{ id: 'conversation-3', visitorId: 'visitor-3', visitorName: 'Maximiliane von Hohenstein-Wolkenburg' },
    ...{ assignee: { userId: 'user-2', name: 'Lars Holm' }, lastAuthor: 'teammate', waitingSince: null },
    ...{
      lastText: 'I have asked the warehouse and will write to you as soon as they know more.',
      lastAt: daysAgo(2),
    },
  },
];

export const sampleConversation: ConversationDetail = {
  ...conversation,
  visitor: {
    ...{ level: 'verified', sub: 'customer-42', verifiedUntil: minutesAgo(-50), claimed: null },
    attributes: { plan: 'gold', orders: 12, newsletter: true },
  },
  ...{ typing: false, firstSeenAt: daysAgo(200) },
};

const NAMES = { visitor: '', agent: 'Robin', teammate: 'Lars Holm', system: 'Bellhop' };
let count = 0;
/** One entry after the other, two minutes apart. */
export function sampleEntry(type: AuthorType, entry: Partial<Entry>): Entry {
  count += 1;
  return {
    ...{ id: `entry-${count}`, seq: count, cursor: String(count), conversationId: 'conversation-1' },
    ...{ author: { type, name: NAMES[type] }, at: minutesAgo(60 - count * 2) },
    ...entry,
  };
}

const values = [
  { label: 'Order number', value: 'A-10493' },
  { label: 'Reason', value: 'It did not arrive.' },
];
const form = { title: 'Ask for a refund', fields: [], expiresAt: minutesAgo(-9) };
export const sampleEntries: Entry[] = [
  sampleEntry('visitor', { text: 'Where is my order **A-10493**?' }),
  sampleEntry('agent', {
    text: 'It is on its way.\n\n| Step | When |\n|---|---|\n| Packed | Monday |\n| Sent | Tuesday |\n\nSee [the carrier](https://track.example/x).',
    citations: [{ sourceId: 'source-1', title: 'Shipping and returns' }],
  }),
  sampleEntry('visitor', { text: 'It did not arrive.' }),
  sampleEntry('agent', { card: { kind: INPUT_FORM, state: 'submitted', payload: { ...form, values } } }),
  sampleEntry('agent', {
    card: { kind: CONFIRMATION, state: 'declined', payload: { ...form, title: 'Refund the order', values } },
  }),
  sampleEntry('system', { text: 'Robin has asked a person to take over.' }),
  sampleEntry('teammate', { text: 'Hello Ada, Lars here. I am looking into it.' }),
  sampleEntry('visitor', {
    text: 'Then I want my money back, please.',
    attachments: [{ id: 'file-1', type: 'image/png', width: 600, height: 400 }],
  }),
];

export const sampleNotes: Note[] = [
  {
    id: 'note-1',
    authorName: 'Lars Holm',
    text: 'The carrier has lost it. **Refund** is fine.',
    at: minutesAgo(45),
    clientId: 'n',
  },
];

const call: Call = {
  ...{
    id: 'call-1',
    agentId: 'agent-1',
    actionId: sampleActions.at(-1)?.id ?? '',
    actionName: 'Look up an order',
  },
  ...{ actionVersion: 3, kind: sampleActions.at(-1)?.kind ?? '', conversationId: 'conversation-1' },
  ...{ visitorId: 'visitor-1', effect: 'read', state: 'done' },
  inputs: {
    order_number: { value: 'A-10493', source: 'visitor', at: { entryId: 'entry-1', start: 15, end: 22 } },
  },
  request: {
    method: 'GET',
    url: 'https://api.nordlys.example/orders/A-10493',
    headers: { authorization: 'Bearer •••' },
    body: null,
  },
  response: { status: 200, body: '{"status":"in_transit","carrier":"PostNord"}' },
  result: { status: 'in_transit' },
  error: null,
  attempts: [{ at: minutesAgo(57), ms: 184, state: 'done', error: null }],
  ...{ createdAt: minutesAgo(57), confirmedAt: null, sentAt: minutesAgo(57), endedAt: minutesAgo(57) },
};
export const sampleCalls: Call[] = [
  call,
  {
    ...call,
    ...{ id: 'call-2', effect: 'write', state: 'failed', error: 'timeout', response: null, result: null },
    attempts: [
      { at: minutesAgo(31), ms: 12_000, state: 'failed', error: 'timeout' },
      { at: minutesAgo(30), ms: 12_000, state: 'failed', error: 'timeout' },
    ],
  },
  { ...call, id: 'call-3', state: 'unknown', effect: 'write', response: null, conversationId: null },
  {
    ...call,
    id: 'call-4',
    state: 'proposed',
    request: null,
    response: null,
    attempts: [],
    sentAt: null,
    endedAt: null,
  },
];

const lead: Lead = {
  ...{
    id: 'lead-1',
    agentId: 'agent-1',
    actionId: 'action-1',
    conversationId: 'conversation-1',
    visitorId: 'visitor-1',
  },
  values: {
    name: 'Ada Lindgren',
    email: 'ada@example.com',
    phone: '+47 22 12 34 56',
    message: 'I need 40 tents.',
  },
  ...{ consent: 'We use this only to answer you.', consentVersion: 2, state: 'complete', submissions: 3 },
  ...{ firstAt: daysAgo(30), createdAt: minutesAgo(15) },
};
export const sampleLeads: Lead[] = [
  lead,
  {
    ...lead,
    id: 'lead-2',
    values: { email: 'purchasing.department@a-very-long-company-name.example' },
    submissions: 1,
    consent: '',
  },
  {
    ...lead,
    id: 'lead-3',
    values: { name: 'Grace', company: 'Hopper & Co' },
    state: 'partial',
    createdAt: daysAgo(3),
  },
];
