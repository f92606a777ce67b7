import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import type { Reference } from '../../../contract/actions/reference.ts';
import { type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import { keyOf, type Target } from './target.ts';
import { USES } from './uses.ts';

interface Row {
  type: Reference['type'];
  id: string;
  name: string;
  agent_id: string | null;
  blocks: boolean;
}

const cursor = z.tuple([z.string().max(20), z.string().max(100)]);

/** What uses a thing of the workspace, in pages. Those of a thing that is not there are none. */
export async function findReferences(
  database: Pool | PoolClient,
  workspaceId: string,
  target: Target,
  page: PageQuery = { limit: 100 },
): Promise<{ items: Reference[]; nextCursor: string | null }> {
  const after = readCursor(page.cursor, cursor) ?? ['', ''];
  const { rows } = await database.query<Row>(
    `${target.type === 'action' ? OF_ACTION : OF_TARGET} and (type, id) > ($4, $5) order by type, id limit $6`,
    [workspaceId, target.type, keyOf(target), ...after, page.limit + 1],
  );
  return toPage(
    rows,
    page.limit,
    ({ type, id }) => [type, id],
    ({ agent_id, ...row }) => ({ ...row, agentId: agent_id }),
  );
}

// Invitations find another way.
const OF_TARGET = `
with ${USES}
select type, id, name, agent_id, type <> 'invitations' as blocks from uses where target_type = $2 and target = $3`;

// Whoever was asked to confirm is told that it is off; that is no reason to keep the action.
const OF_ACTION = `
with waits as (
  select distinct 'wait' as type, conversation_id as id, action_name as name, agent_id, false as blocks
  from calls
  where workspace_id = $1 and $2 = 'action' and action_id = $3 and state = 'proposed' and expires_at > now()
)
select type, id, name, agent_id, blocks from waits where true`;
