import { type SQL, sql } from 'drizzle-orm';
import type { Action } from '../../../contract/action.ts';

export interface ActionUser {
  conversationId: string;
  visitorId: string;
}

/** The key under which a use of an action counts; null: it is not limited. */
export function limitKey(action: Pick<Action, 'id' | 'limit'>, user: ActionUser): string | null {
  switch (action.limit?.per) {
    case 'conversation':
      return `${action.id}:conversation:${user.conversationId}`;
    case 'visitor':
    case 'hours':
      return `${action.id}:visitor:${user.visitorId}`;
    default:
      return null;
  }
}

const conversationId = sql.placeholder('conversationId');
const visitorId = sql.placeholder('visitorId');

/** Whether the use that a row of `actions` allows is taken, by the same key. Without a limit the key is null, and nothing fits. */
export const IS_USED_UP: SQL<boolean> = sql<boolean>`exists (
  select from call_limits where call_limits.until > now() and call_limits.key =
    actions.id || case actions.use_limit ->> 'per'
      when 'conversation' then ':conversation:' || ${conversationId}::text
      when 'visitor' then ':visitor:' || ${visitorId}::text
      when 'hours' then ':visitor:' || ${visitorId}::text
    end
)`;
