import type { Entry } from '../../../contract/entry.ts';
import type { StreamEvent } from '../../../contract/widget/stream.ts';

/** An answer on its way. */
export interface Draft {
  entryId: string;
  text: string;
}

export interface Timeline {
  entries: Entry[];
  drafts: Draft[];
  /** The last cursor that the stream has delivered: where to resume. */
  cursor: string;
}

export const EMPTY_TIMELINE: Timeline = { entries: [], drafts: [], cursor: '0' };

/** Follows one event of the stream. */
export function applyEvent(timeline: Timeline, event: StreamEvent): Timeline {
  switch (event.event) {
    case 'entry':
      return { ...mergeEntry(timeline, event.data), cursor: laterCursor(timeline.cursor, event.data.cursor) };
    case 'delta':
      return addDelta(timeline, event.data);
    case 'withdraw':
      return { ...timeline, drafts: without(timeline.drafts, event.data.entryId) };
    case 'state':
      return timeline;
  }
}

/** Takes an entry from wherever it comes. The place to resume from stays: only the stream leaves no gaps. */
export function mergeEntry(timeline: Timeline, entry: Entry): Timeline {
  const known = timeline.entries.find(({ id }) => id === entry.id);
  if (known && compareCursors(known.cursor, entry.cursor) > 0) return timeline;
  const others = timeline.entries.filter((other) => other !== known);
  return {
    ...timeline,
    entries: [...others, entry].sort((left, right) => left.seq - right.seq),
    drafts: without(timeline.drafts, entry.id),
  };
}

/**
 * The entry that the newest words begin with: of those that were written together, a lead-in and its form, the first.
 * Null: the visitor had the last word.
 */
export function startOfNewest({ entries, drafts }: Timeline): string | null {
  const last = entries.at(-1);
  if (drafts[0]) return drafts[0].entryId;
  if (!last || last.author.type === 'visitor') return null;
  // What was written together has the same time.
  const before = entries.findLastIndex(
    ({ at, author }) => at !== last.at || author.type !== last.author.type,
  );
  return entries[before + 1]?.id ?? null;
}

/** Positive when `left` is later. Cursors are decimal strings that may outgrow a number. */
export function compareCursors(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : Number(left > right));
}

function laterCursor(left: string, right: string): string {
  return compareCursors(left, right) > 0 ? left : right;
}

function addDelta(
  timeline: Timeline,
  { entryId, offset, text }: { entryId: string; offset: number; text: string },
): Timeline {
  if (timeline.entries.some(({ id }) => id === entryId)) return timeline;
  const before = timeline.drafts.find((draft) => draft.entryId === entryId)?.text ?? '';
  // Something between is missing: what is on screen stays, and the whole entry will come.
  if (offset > before.length) return timeline;
  const draft = { entryId, text: before.slice(0, offset) + text };
  return {
    ...timeline,
    drafts: before
      ? timeline.drafts.map((old) => (old.entryId === entryId ? draft : old))
      : [...timeline.drafts, draft],
  };
}

function without(drafts: Draft[], entryId: string): Draft[] {
  return drafts.filter((draft) => draft.entryId !== entryId);
}
