import type { Context } from 'hono';
import { z } from 'zod';
import { attachmentSchema } from '../../../contract/entry-schema.ts';
import { FILE_MAX_BYTES } from '../../../contract/limits.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { ConversationDeps } from '../deps.ts';
import { requireConversation } from '../teammates/conversations.ts';
import { cleanImage } from './clean-image.ts';
import { readFile, readFileForVisitor, saveFile } from './files.ts';
import { readLimitedBytes } from './read-limited-bytes.ts';

const params = z.object({ id: z.string() });
const tag = 'Conversations';

/** Images of conversations. Who may see one is asked each time: knowing its address is not enough. */
export function fileRoutes({ pool }: ConversationDeps) {
  return [
    endpoint(
      {
        ...{ access: 'workspace', permission: 'conversations:reply', tag, method: 'post', params },
        path: '/api/v1/conversations/{id}/files',
        summary: 'Send an image up for a reply: the body is the image, of 10 MB at most',
        status: 201,
        answer: attachmentSchema,
        errors: ['too_large', 'invalid'],
      },
      async ({ actor, params: { id }, context }) => {
        await requireConversation(pool, actor.workspaceId, id);
        const image = await cleanImage(await readLimitedBytes(context, FILE_MAX_BYTES));
        return saveFile(pool, actor.workspaceId, id, image);
      },
    ),
    endpoint(
      {
        ...{ access: 'workspace', permission: 'conversations:read', tag, method: 'get', params },
        path: '/api/v1/files/{id}',
        summary: 'Read an image of a conversation',
        alsoAnswers: ['image/webp'],
      },
      async ({ actor, params: { id }, context }) =>
        answer(context, await readFile(pool, actor.workspaceId, id)),
    ),
    endpoint(
      {
        ...{ access: 'visitor', tag: 'Widget', method: 'get', params },
        path: '/widget/v1/files/{id}',
        summary: 'Read an image that was sent to the visitor',
        alsoAnswers: ['image/webp'],
      },
      async ({ actor, params: { id }, context }) =>
        answer(context, await readFileForVisitor(pool, actor.visitorId, id)),
    ),
  ];
}

function answer(context: Context, { type, bytes }: { type: string; bytes: Buffer }): Response {
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, max-age=3600',
    'X-Content-Type-Options': 'nosniff',
  });
}
