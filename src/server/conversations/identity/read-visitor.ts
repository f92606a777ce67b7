import type { Pool } from 'pg';
import type { Attributes, Visitor } from '../../../contract/widget/identity.ts';

interface Row {
  sub: string | null;
  verified_until: Date | null;
  is_verified: boolean;
  attributes: Attributes | null;
  has_lead: boolean;
  name: string | null;
  email: string | null;
}

/** Who a visitor is, for the team. */
export async function readVisitor(pool: Pool, workspaceId: string, visitorId: string): Promise<Visitor> {
  const { rows } = await pool.query<Row>({
    name: 'visitor-for-team',
    text: `select visitor.sub, visitor.verified_until, coalesce(visitor.verified_until > now(), false) as is_verified,
        visitor.attributes, lead.id is not null as has_lead, lead.values ->> 'name' as name, lead.values ->> 'email' as email
      from visitors visitor left join lateral (
        select id, values from leads where visitor_id = visitor.id and workspace_id = $1 order by id desc limit 1
      ) lead on true
      where visitor.id = $2 and visitor.workspace_id = $1`,
    values: [workspaceId, visitorId],
  });
  const row = rows[0];
  const claimed = row?.has_lead ? { name: row.name, email: row.email } : null;
  return {
    level: row?.is_verified ? 'verified' : claimed ? 'claimed' : 'anonymous',
    sub: row?.sub ?? null,
    verifiedUntil: row?.verified_until?.toISOString() ?? null,
    attributes: (row?.is_verified && row.attributes) || {},
    claimed,
  };
}
