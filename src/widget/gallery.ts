import {
  type AuthorType,
  type Card,
  CONFIRMATION,
  type ConfirmationPayload,
  type Entry,
  INPUT_FORM,
  type InputFormPayload,
} from '../contract/entry.ts';
import type { ConversationState, StreamEvent } from '../contract/widget/stream.ts';
import { DEFAULT_LOOK, type WidgetLook } from '../contract/widget/widget-look.ts';

/** One state of the chat, as the gallery shows it at `/c/<name>`. */
interface ChatState {
  name: string;
  entries: Entry[];
  /** What is told behind them. */
  live?: StreamEvent[];
  look?: Partial<WidgetLook>;
  language?: string;
  /** The server refuses to begin. */
  refusal?: { status: number; code: string };
}

const NAMES: Record<AuthorType, string> = {
  visitor: 'Visitor',
  agent: 'Robin',
  teammate: 'Mona',
  system: 'Bellhop',
};
const LOOK = { title: 'Nordlys help', subtitle: 'Usually replies at once' };

/** In the order in which they are said. */
function say(...said: [AuthorType, Partial<Entry>][]): Entry[] {
  return said.map(([type, entry], index) => ({
    ...{
      id: `entry-${index + 1}`,
      seq: index + 1,
      cursor: String(index + 1),
      conversationId: 'conversation-1',
    },
    ...{
      author: { type, name: NAMES[type] },
      at: new Date(Date.now() - (60 - index) * 60_000).toISOString(),
    },
    ...entry,
  }));
}

const tell = (data: ConversationState): StreamEvent => ({ event: 'state', data });
const LONG = `Donaudampfschifffahrtselektrizitätenhauptbetriebswerk https://nordlys.example/${'path'.repeat(40)}`;
const ARABIC = 'أين طلبي A-10493؟ كان يجب أن يصل يوم الإثنين.';
const ANSWER =
  'Your order **A-10493** is on its way.\n\n- [Track the parcel](https://track.example/x)\n- `code`\n\n| Size | Chest |\n|---|---|\n| M | 96 cm |\n\n> A quote\n\n```\na block\n```';
const soon = () => new Date(Date.now() + 600_000).toISOString();
const values = [{ label: 'Order number', value: 'A-10493' }];
const confirmation: ConfirmationPayload = { title: 'Refund the order', values, hash: 'a', expiresAt: soon() };
const form: InputFormPayload = {
  ...{ title: 'Book a visit', values, expiresAt: soon() },
  fields: [
    { name: 'day', type: 'date', label: 'Which day', required: true },
    { name: 'way', type: 'choice', label: 'How it is sent', required: true, options: ['by air', 'by sea'] },
    { name: 'gift', type: 'yes-no', label: 'As a present', required: false },
    { name: 'words', type: 'message', label: 'Anything else', required: false },
  ],
};
const show = (kind: string, payload: object, states: Card['state'][]): [AuthorType, Partial<Entry>][] =>
  states.map((state) => ['agent', { card: { kind, state, payload: { ...payload } } }]);

export const states: ChatState[] = [
  { name: 'chat-empty', entries: [], look: { ...LOOK, starters: ['Where is my order?', 'I want a quote'] } },
  {
    name: 'chat-full',
    look: LOOK,
    entries: say(
      ['visitor', { text: 'Where is my order A-10493?' }],
      [
        'agent',
        { text: ANSWER, citations: [{ sourceId: '1', title: 'Delivery', url: 'https://a.example/faq' }] },
      ],
      ['system', { text: 'Mona has joined.' }],
      ['teammate', { text: 'Hi, Mona here.' }],
    ),
  },
  {
    name: 'chat-typing',
    entries: say(['visitor', { text: 'Where is my order?' }]),
    live: [tell({ autoReply: 'on', typing: true })],
  },
  {
    name: 'chat-muted',
    entries: say(['visitor', { text: 'I want a human.' }]),
    live: [tell({ autoReply: 'muted', typing: false })],
  },
  {
    name: 'chat-long',
    look: { title: LONG.slice(0, 60), subtitle: LONG.slice(0, 100), color: '#ffdd00' },
    entries: say(['visitor', { text: LONG }], ['agent', { text: `${LONG}\n\n\`\`\`\n${LONG}\n\`\`\`` }]),
  },
  {
    name: 'chat-right-to-left',
    language: 'ar',
    entries: say(
      ['visitor', { text: ARABIC }],
      ['agent', { text: `${ARABIC}\n\n- ${ARABIC}` }],
      ...show(CONFIRMATION, confirmation, ['offered', 'confirmed']),
    ),
  },
  {
    name: 'chat-german',
    language: 'de',
    entries: say(
      ...show(CONFIRMATION, confirmation, ['offered', 'declined']),
      ...show(INPUT_FORM, form, ['offered']),
    ),
  },
  { name: 'chat-refused', entries: [], refusal: { status: 404, code: 'not_found' } },
  { name: 'chat-error', entries: [], refusal: { status: 503, code: 'unavailable' } },
  {
    name: 'card-confirmation',
    entries: say(...show(CONFIRMATION, confirmation, ['offered', 'confirmed', 'declined', 'expired'])),
  },
  { name: 'card-form', entries: say(...show(INPUT_FORM, form, ['offered', 'submitted', 'expired'])) },
  { name: 'card-unknown', entries: say(...show('from-the-future', {}, ['offered'])) },
];

/** The cards of one kind, in a chat of their own. */
export function showCards(kind: string, cards: Pick<Card, 'state' | 'payload'>[]): ChatState {
  return {
    name: `card-${kind}`,
    entries: say(
      ...cards.map(({ state, payload }): [AuthorType, Partial<Entry>] => [
        'agent',
        { card: { kind, state, payload } },
      ]),
    ),
  };
}

export const sampleLook: WidgetLook = { ...DEFAULT_LOOK, ...LOOK };
