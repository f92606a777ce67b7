import type { Pool } from 'pg';
import type { NewPlayground, Playground } from '../../../contract/playground.ts';
import { IdentityFault } from '../../conversations/identity/identity-fault.ts';
import { readAttributes } from '../../conversations/identity/read-attributes.ts';
import { PLAYGROUND_TOKEN } from '../../conversations/visitors/playground-token.ts';
import { AppError } from '../../platform/errors.ts';
import { hashToken, newId, newToken } from '../../platform/ids.ts';

/** So long one can go on; then the conversation is deleted. */
export const PLAYGROUND_HOURS = 24;

const END = `now() + interval '${PLAYGROUND_HOURS} hours'`;

/** A visitor whom the team plays, with a conversation of their own. @throws AppError `invalid` for attributes that no token could have */
export async function openPlayground(
  pool: Pool,
  { workspaceId, id: agentId }: { workspaceId: string; id: string },
  { page, visitor }: NewPlayground,
): Promise<Playground> {
  const attributes = visitor ? checkAttributes(visitor.attributes) : null;
  const playground = { token: `${PLAYGROUND_TOKEN}${newToken()}`, conversationId: newId() };
  await pool.query({
    name: 'open-playground',
    text: `with visitor as (
        insert into visitors (id, workspace_id, agent_id, channel, sub, attributes, issued_at, verified_until)
        values ($1, $2, $3, 'playground', $4, $5,
          case when $4::text is not null then now() end, case when $4::text is not null then ${END} end)
        returning id, verified_until
      ), session as (
        insert into visitor_sessions (token_hash, workspace_id, agent_id, visitor_id, verified_until, expires_at)
        select $6, $2, $3, id, verified_until, ${END} from visitor
      )
      insert into conversations (id, workspace_id, agent_id, visitor_id, page, channel)
      select $7, $2, $3, id, $8, 'playground' from visitor`,
    values: [
      newId(),
      workspaceId,
      agentId,
      visitor?.sub ?? null,
      attributes === null ? null : JSON.stringify(attributes),
      hashToken(playground.token),
      playground.conversationId,
      page ?? null,
    ],
  });
  return playground;
}

function checkAttributes(attributes: NonNullable<NewPlayground['visitor']>['attributes']) {
  try {
    return readAttributes(attributes);
  } catch (error) {
    if (!(error instanceof IdentityFault)) throw error;
    const { message } = error;
    throw new AppError('invalid', {
      publicMessage: message,
      details: [{ path: 'visitor.attributes', message }],
      cause: error,
    });
  }
}
