import type { Pool } from 'pg';
import type { Note } from '../../../contract/conversation.ts';
import { notFound } from '../../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import { newId } from '../../platform/ids.ts';

interface NoteRow {
  id: string;
  author_name: string;
  text: string;
  client_id: string;
  created_at: Date;
}

/** What teammates wrote to each other beside a conversation, the newest first. */
export async function listNotes(pool: Pool, conversationId: string, page: PageQuery) {
  const { rows } = await pool.query<NoteRow>({
    name: 'list-notes',
    text: `select id, author_name, text, client_id, created_at from conversation_notes
      where conversation_id = $1 and ($2::text is null or id < $2) order by id desc limit $3`,
    values: [conversationId, readCursor(page.cursor, idCursor)?.[0] ?? null, page.limit + 1],
  });
  return toPage(rows, page.limit, (row) => [row.id], toNote);
}

/** Takes a note, exactly once per `clientId`. @throws AppError `not_found` */
export async function addNote(
  pool: Pool,
  workspaceId: string,
  conversationId: string,
  { clientId, text, name }: { clientId: string; text: string; name: string },
): Promise<Note> {
  const { rows } = await pool.query<NoteRow>({
    name: 'add-note',
    // A repeat changes nothing, and answers the note that is there.
    text: `insert into conversation_notes (id, workspace_id, conversation_id, author_name, text, client_id)
      select $3, workspace_id, id, $4, $5, $6 from conversations where workspace_id = $1 and id = $2
      on conflict (conversation_id, client_id) do update set client_id = excluded.client_id
      returning id, author_name, text, client_id, created_at`,
    values: [workspaceId, conversationId, newId(), name, text, clientId],
  });
  if (!rows[0]) throw notFound('conversation');
  return toNote(rows[0]);
}

function toNote({ id, author_name: authorName, text, client_id: clientId, created_at: at }: NoteRow): Note {
  return { id, authorName, text, clientId, at: at.toISOString() };
}
