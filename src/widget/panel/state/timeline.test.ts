import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../contract/entry.ts';
import { INITIAL_STATE, listUnread } from './chat-state.ts';
import { applyEvent, compareCursors, EMPTY_TIMELINE, mergeEntry, type Timeline } from './timeline.ts';

describe('entries', () => {
  it('stand in the order of the conversation, whatever order they come in', () => {
    const timeline = follow([3, 1, 2].map((seq) => ({ event: 'entry', data: entry(seq, seq) })));
    expect(timeline.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('that come twice stand once, and the later state wins', () => {
    const card = { kind: 'button', state: 'opened' as const, payload: {} };
    const timeline = follow([
      { event: 'entry', data: entry(1, 1) },
      { event: 'entry', data: { ...entry(1, 3), card } },
      { event: 'entry', data: entry(1, 2) },
    ]);
    expect(timeline.entries).toEqual([{ ...entry(1, 3), card }]);
  });

  it('from the stream move the place to resume from; answers to requests do not, for others may lie between', () => {
    const timeline = follow([{ event: 'entry', data: entry(1, 4) }]);
    expect(timeline.cursor).toBe('4');
    expect(mergeEntry(timeline, entry(3, 9)).cursor).toBe('4');
  });
});

describe('an answer on its way', () => {
  it('grows, overlaps change nothing, and a gap waits for the whole entry', () => {
    const timeline = follow([delta(0, 'Hel'), delta(3, 'lo'), delta(2, 'llo'), delta(9, 'gone')]);
    expect(timeline.drafts).toEqual([{ entryId: 'entry-1', text: 'Hello' }]);
  });

  it('gives way to its entry, and what comes late is dropped', () => {
    const timeline = follow([delta(0, 'Hel'), { event: 'entry', data: entry(1, 1) }, delta(0, 'Hel')]);
    expect(timeline.drafts).toEqual([]);
  });

  it('disappears when it is withdrawn', () => {
    expect(follow([delta(0, 'Hel'), { event: 'withdraw', data: { entryId: 'entry-1' } }]).drafts).toEqual([]);
  });
});

it('cursors are compared as numbers of any length', () => {
  expect(compareCursors('9', '10')).toBeLessThan(0);
  expect(compareCursors('90071992547409931', '90071992547409930')).toBeGreaterThan(0);
  expect(compareCursors('7', '7')).toBe(0);
});

it('unread is what the agent or a teammate wrote after the last look', () => {
  const entries = [
    entry(1, 1),
    { ...entry(2, 2), author: { type: 'visitor' as const, name: '' } },
    entry(3, 10),
  ];
  const state = { ...INITIAL_STATE, timeline: { ...EMPTY_TIMELINE, entries } };
  expect(listUnread(state).map(({ seq }) => seq)).toEqual([1, 3]);
  expect(listUnread({ ...state, readCursor: '9' }).map(({ seq }) => seq)).toEqual([3]);
});

type Event = Parameters<typeof applyEvent>[1];

function follow(events: Event[]): Timeline {
  return events.reduce(applyEvent, EMPTY_TIMELINE);
}

function delta(offset: number, text: string): Event {
  return { event: 'delta', data: { entryId: 'entry-1', offset, text } };
}

function entry(seq: number, cursor: number): Entry {
  const author = { type: 'agent' as const, name: 'Ada' };
  return {
    id: `entry-${seq}`,
    seq,
    cursor: `${cursor}`,
    conversationId: 'c',
    author,
    at: '2026-01-05T09:30:00Z',
  };
}
