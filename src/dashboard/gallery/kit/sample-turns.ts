import { giveReason } from '../../../contract/actions/reason.ts';
import type { PlaygroundTurn } from '../../../contract/playground.ts';
import { sampleActions } from './sample-actions.ts';
import { sampleSnippets } from './sample-agent.ts';
import { sampleCalls } from './sample-conversations.ts';

const turn: PlaygroundTurn = {
  ...{ id: 'turn-1', state: 'done', error: null, asked: 'How long does shipping take?' },
  entries: [{ id: 'entry-2', text: 'Two to four working days.', cardKind: null }],
  trace: {
    ...{ model: 'openai gpt-5-mini', ms: 1_240, withheld: [] },
    steps: [{ ms: 1_240, reasons: [], uses: [], inputTokens: 1_812, outputTokens: 64 }],
    snippets: sampleSnippets.map((snippet, index) => ({ ...snippet, isCited: index === 0 })),
    snippetCount: 6,
    offered: sampleActions.map(({ id, name, guidance }) => ({ id, name, whenToUse: guidance.whenToUse })),
    absent: [
      {
        name: 'Book a fitting',
        reasons: [
          giveReason('used-up'),
          giveReason('outside-hours', { day: 'sun', time: '03:00', timeZone: 'Europe/Berlin' }),
        ],
      },
    ],
  },
  calls: [],
};

/** Turns that ended well, that did something, that failed, and one that still runs; the newest first. */
export const sampleTurns: PlaygroundTurn[] = [
  { ...turn, id: 'turn-4', state: 'running', asked: 'And to Norway?', entries: [], trace: null },
  {
    ...{ ...turn, id: 'turn-3', state: 'failed', asked: 'Can I pay by invoice?', entries: [], trace: null },
    error: 'The model did not answer: the key was refused (status 401).',
  },
  {
    ...turn,
    ...{ id: 'turn-2', asked: 'Where is my order A-10493?', calls: sampleCalls.slice(0, 2) },
    entries: [{ id: 'entry-4', text: null, cardKind: sampleActions[0]?.kind ?? null }],
    trace: turn.trace && {
      ...turn.trace,
      steps: [
        {
          ...{
            ms: 610,
            reasons: [giveReason('ready', { action: 'Look up an order', words: 'order', odds: '0.93' })],
            inputTokens: null,
            outputTokens: null,
          },
          uses: [{ action: 'Look up an order', inputs: '{"order_number":"A-10493"}' }],
        },
      ],
      withheld: ['I have refunded your order.'],
    },
  },
  turn,
];
