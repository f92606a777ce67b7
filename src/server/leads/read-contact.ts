import type { Pool } from 'pg';

/** Name and e-mail address from the newest form that a visitor has sent. */
export async function readContact(
  pool: Pool,
  { workspaceId, visitorId }: { workspaceId: string; visitorId: string },
): Promise<{ name?: string; email?: string }> {
  const { rows } = await pool.query<{ name: string | null; email: string | null }>({
    name: 'contact-of-visitor',
    text: `select values ->> 'name' as name, values ->> 'email' as email from leads
      where visitor_id = $1 and workspace_id = $2 order by id desc limit 1`,
    values: [visitorId, workspaceId],
  });
  const { name, email } = rows[0] ?? {};
  return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
}
