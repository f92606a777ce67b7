import type { Attachment, Author, Card, Citation, Entry } from '../../contract/entry.ts';

export interface EntryRow {
  id: string;
  conversation_id: string;
  seq: number;
  cursor: number;
  author_type: Author['type'];
  author_name: string;
  text: string | null;
  card: Card | null;
  citations: Citation[] | null;
  attachments: Attachment[] | null;
  client_id: string | null;
  created_at: Date;
}

/** The columns of an `EntryRow`, of the table or CTE by this name. */
export function entryColumns(of: string): string {
  return [
    'id',
    'conversation_id',
    'seq',
    'cursor',
    'author_type',
    'author_name',
    'text',
    'card',
    'citations',
    'attachments',
    'client_id',
    'created_at',
  ]
    .map((column) => `${of}.${column}`)
    .join(', ');
}

export function toEntry(row: EntryRow): Entry {
  return {
    id: row.id,
    seq: row.seq,
    cursor: String(row.cursor),
    conversationId: row.conversation_id,
    author: { type: row.author_type, name: row.author_name },
    at: row.created_at.toISOString(),
    ...(row.text === null ? {} : { text: row.text }),
    ...(row.card === null ? {} : { card: row.card }),
    ...(row.citations === null ? {} : { citations: row.citations }),
    ...(row.attachments === null ? {} : { attachments: row.attachments }),
    ...(row.client_id === null ? {} : { clientId: row.client_id }),
  };
}
