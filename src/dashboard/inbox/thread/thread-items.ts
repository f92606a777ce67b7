import type { Call } from '../../../contract/call.ts';
import type { Note } from '../../../contract/conversation.ts';
import type { Entry } from '../../../contract/entry.ts';
import type { Outgoing } from './use-outbox.ts';

export type ThreadItem =
  | { type: 'entry'; key: string; at: string; entry: Entry }
  | { type: 'note'; key: string; at: string; note: Note }
  | { type: 'call'; key: string; at: string; call: Call }
  | { type: 'outgoing'; key: string; at: string; outgoing: Outgoing };

interface Sources {
  entries: Entry[];
  notes: Note[];
  calls: Call[];
  outgoing: Outgoing[];
}

/** Everything in one line of time. What is still being sent comes last, and goes when it has come back. */
export function mergeThread({ entries, notes, calls, outgoing }: Sources): ThreadItem[] {
  const arrived = new Set([
    ...entries.filter(({ author }) => author.type === 'teammate').map(({ clientId }) => clientId),
    ...notes.map(({ clientId }) => clientId),
  ]);
  const placed: ThreadItem[] = [
    ...notes.map((note): ThreadItem => ({ type: 'note', key: note.id, at: note.at, note })),
    ...calls.map((call): ThreadItem => ({ type: 'call', key: call.id, at: call.createdAt, call })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  const items: ThreadItem[] = [];
  // Entries keep the order of the timeline, whatever their clocks say.
  for (const entry of entries) {
    while (placed[0] && placed[0].at < entry.at) items.push(placed.shift() as ThreadItem);
    items.push({ type: 'entry', key: entry.id, at: entry.at, entry });
  }
  items.push(...placed);
  for (const one of outgoing)
    if (!arrived.has(one.clientId))
      items.push({ type: 'outgoing', key: one.clientId, at: one.at, outgoing: one });
  return items;
}
