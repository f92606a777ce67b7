import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Attachment } from '../../../contract/entry.ts';
import { notFound } from '../../platform/errors.ts';
import type { CleanImage } from './clean-image.ts';

/** Keeps an image for a message that will be sent with it. @throws AppError `not_found` */
export async function saveFile(
  pool: Pool,
  workspaceId: string,
  conversationId: string,
  { bytes, type, width, height }: CleanImage,
): Promise<Attachment> {
  const id = randomBytes(16).toString('hex');
  const { rowCount } = await pool.query({
    name: 'save-file',
    text: `insert into files (id, workspace_id, conversation_id, type, width, height, bytes)
      select $3, workspace_id, id, $4, $5, $6, $7 from conversations where workspace_id = $1 and id = $2`,
    values: [workspaceId, conversationId, id, type, width, height, bytes],
  });
  if (rowCount === 0) throw notFound('conversation');
  return { id, type, width, height };
}

interface StoredFile {
  type: string;
  bytes: Buffer;
}

/** For the team. @throws AppError `not_found` */
export async function readFile(pool: Pool, workspaceId: string, id: string): Promise<StoredFile> {
  const { rows } = await pool.query<StoredFile>({
    name: 'file-for-team',
    text: 'select type, bytes from files where workspace_id = $1 and id = $2',
    values: [workspaceId, id],
  });
  if (!rows[0]) throw notFound('file');
  return rows[0];
}

/** For a visitor: what was sent to them in a conversation of their own. @throws AppError `not_found` */
export async function readFileForVisitor(pool: Pool, visitorId: string, id: string): Promise<StoredFile> {
  const { rows } = await pool.query<StoredFile>({
    name: 'file-for-visitor',
    text: `select files.type, files.bytes from files
      join conversations on conversations.id = files.conversation_id
      where files.id = $2 and conversations.visitor_id = $1 and files.attached_at is not null`,
    values: [visitorId, id],
  });
  if (!rows[0]) throw notFound('file');
  return rows[0];
}

/** Images that nobody sent within a day. */
export async function purgeFiles(pool: Pool): Promise<void> {
  await pool.query(`delete from files where attached_at is null and created_at < now() - interval '1 day'`);
}
