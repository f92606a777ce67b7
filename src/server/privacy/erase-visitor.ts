import type { EraseVisitor } from '../conversations/deps.ts';
import { inTransaction } from '../platform/database/in-transaction.ts';
import { eraseVisitors } from './erase-visitors.ts';

/** On the visitor's own wish. */
export const eraseVisitor: EraseVisitor = (pool, { workspaceId, visitorId }) =>
  inTransaction(pool, async (client) => {
    const { conversationIds } = await eraseVisitors(client, workspaceId, [visitorId]);
    return conversationIds;
  });
