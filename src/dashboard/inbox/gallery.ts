import type { Answers, GalleryState } from '../gallery/kit/gallery-state.ts';
import { listOf } from '../gallery/kit/list-of.ts';
import { minutesAgo } from '../gallery/kit/moments.ts';
import { pageStates } from '../gallery/kit/page-states.ts';
import {
  sampleConversation,
  sampleConversations,
  sampleEntries,
  sampleEntry,
} from '../gallery/kit/sample-conversations.ts';
import { ARABIC, LONG_TEXT } from '../gallery/kit/sample-texts.ts';
import { NEVER, refuse, UNAVAILABLE } from '../gallery/kit/trouble.ts';

const OPEN = '/inbox/waiting/conversation-1';
const none: Answers = {
  'GET /v1/conversation-counts': { waiting: 0, mine: 0, agent: 4 },
  'GET /v1/conversations': listOf(),
};
const [first] = sampleConversations;

export const states: GalleryState[] = [
  ...pageStates({ path: '/inbox/waiting', empty: none }),
  ...pageStates({
    prefix: 'conversation',
    path: OPEN,
    empty: {
      'GET /v1/conversations/{id}/entries': listOf(),
      'GET /v1/conversations/{id}/notes': listOf(),
      'GET /v1/calls': listOf(),
    },
  }),
  ...(['mine', 'agent', 'closed'] as const).map(
    (view): GalleryState => ({ name: `${view}-empty`, path: `/inbox/${view}`, answers: none }),
  ),
  { name: 'filtered-empty', path: '/inbox/waiting?q=zeppelin&autoReply=on', answers: none },
  { name: 'filters', path: '/inbox/waiting', steps: [{ press: 'inbox:filters' }, { see: 'inbox:channel' }] },
  {
    name: 'many',
    path: '/inbox/mine',
    answers: {
      'GET /v1/conversations': {
        items: Array.from({ length: 40 }, (_, index) => ({
          ...(sampleConversations[index % 3] as (typeof sampleConversations)[number]),
          id: `conversation-${index}`,
        })),
        nextCursor: 'more',
      },
    },
  },
  {
    name: 'more-failed',
    path: '/inbox/mine',
    answers: {
      'GET /v1/conversations': (query) =>
        query.get('cursor') ? UNAVAILABLE : { items: sampleConversations, nextCursor: 'more' },
    },
    steps: [{ press: 'inbox:more' }, { see: '[role="alert"]' }],
  },
  {
    name: 'conversation-agent-in-charge',
    path: OPEN,
    answers: {
      'GET /v1/conversations/{id}': {
        ...{ ...sampleConversation, autoReply: 'on', muteReason: null, waitingSince: null, typing: true },
        visitor: { level: 'anonymous', sub: null, verifiedUntil: null, attributes: {}, claimed: null },
      },
    },
  },
  {
    name: 'conversation-closed',
    path: OPEN,
    answers: {
      'GET /v1/conversations/{id}': {
        ...{ ...sampleConversation, status: 'closed', mutedBy: 'Lars Holm', mutedUntil: minutesAgo(-90) },
      },
    },
  },
  {
    name: 'conversation-details',
    path: OPEN,
    steps: [{ onPhone: 'inbox:visitorDetails' }, { see: 'inbox:firstSeen' }],
  },
  { name: 'conversation-note', path: OPEN, steps: [{ press: 'inbox:note' }, { see: 'inbox:addNote' }] },
  {
    name: 'conversation-not-sent',
    path: OPEN,
    answers: { 'POST /v1/conversations/{id}/replies': UNAVAILABLE },
    steps: [
      { type: 'inbox:writeReply', text: 'Hello Ada, it arrives **tomorrow**.' },
      { keys: 'Control+Enter' },
      { see: 'inbox:notSent' },
    ],
  },
  {
    name: 'conversation-sending',
    path: OPEN,
    answers: { 'POST /v1/conversations/{id}/replies': NEVER },
    steps: [
      { type: 'inbox:writeReply', text: 'Hello Ada, it arrives tomorrow.' },
      { keys: 'Control+Enter' },
      { see: 'inbox:sending' },
    ],
  },
  {
    name: 'conversation-partly-failed',
    path: OPEN,
    answers: { 'GET /v1/calls': UNAVAILABLE, 'GET /v1/conversations/{id}/notes': UNAVAILABLE },
  },
  {
    name: 'conversation-gone',
    path: OPEN,
    answers: { 'GET /v1/conversations/{id}': refuse('not_found', 'There is no such conversation.') },
  },
  {
    name: 'conversation-long',
    path: OPEN,
    answers: {
      'GET /v1/conversations': listOf({
        ...(first as typeof sampleConversation),
        ...{ visitorName: LONG_TEXT.slice(0, 200), lastText: LONG_TEXT },
      }),
      'GET /v1/conversations/{id}': {
        ...{
          ...sampleConversation,
          visitorName: LONG_TEXT.slice(0, 200),
          summary: LONG_TEXT,
          muteReason: LONG_TEXT,
        },
        page: { url: LONG_TEXT, title: LONG_TEXT, language: 'de' },
        visitor: {
          ...sampleConversation.visitor,
          attributes: { note: LONG_TEXT, [LONG_TEXT.slice(0, 60)]: 1 },
        },
      },
      'GET /v1/conversations/{id}/entries': listOf(
        sampleEntry('visitor', { text: LONG_TEXT }),
        sampleEntry('agent', {
          text: `\`\`\`\n${LONG_TEXT}\n\`\`\`\n\n| ${LONG_TEXT} | b |\n|---|---|\n| 1 | 2 |`,
        }),
        sampleEntry('system', { text: LONG_TEXT }),
      ),
    },
  },
  {
    name: 'conversation-right-to-left',
    path: OPEN,
    answers: {
      'GET /v1/conversations': listOf({
        ...(first as typeof sampleConversation),
        ...{ visitorName: 'ليلى حداد', lastText: ARABIC },
      }),
      'GET /v1/conversations/{id}': { ...sampleConversation, visitorName: 'ليلى حداد', summary: ARABIC },
      'GET /v1/conversations/{id}/entries': listOf(
        sampleEntry('visitor', { text: ARABIC }),
        sampleEntry('agent', { text: `${ARABIC}\n\n- ${ARABIC}\n- A-10493` }),
      ),
    },
  },
  {
    name: 'conversation-many-entries',
    path: OPEN,
    answers: {
      'GET /v1/conversations/{id}/entries': listOf(
        ...Array.from({ length: 300 }, (_, index) => ({
          ...(sampleEntries[index % sampleEntries.length] as (typeof sampleEntries)[number]),
          ...{ id: `entry-many-${index}`, seq: index + 1, cursor: String(index + 1) },
        })),
      ),
    },
  },
];
