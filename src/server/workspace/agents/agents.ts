import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import type { Agent, AgentChange, NewAgent } from '../../../contract/agent.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { notFound } from '../../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import { newId } from '../../platform/ids.ts';
import { archiveActionsOf } from '../actions/archive-actions.ts';
import { lockReferences } from '../references/lock-references.ts';
import { agents } from '../tables.ts';
import type { OwnedAgent } from './agent-json.ts';
import { keepVersion } from './agent-versions.ts';

type Row = typeof agents.$inferSelect;

/** The agents of workspaces: plain rows, so reading and writing them stays together. */
export function agentStore(db: NodePgDatabase & { $client: Pool }) {
  const own = (workspaceId: string, id: string) =>
    and(eq(agents.workspaceId, workspaceId), eq(agents.id, id), isNull(agents.deletedAt));
  const byId = db
    .select()
    .from(agents)
    .where(and(eq(agents.id, sql.placeholder('id')), isNull(agents.deletedAt)))
    .prepare('agent_by_id');

  return {
    /** `author`: who gives it its words. */
    async create(workspaceId: string, values: NewAgent, author: string): Promise<Agent> {
      return db.transaction((transaction) => insertAgent(transaction, workspaceId, values, author));
    },

    async list(workspaceId: string, page: PageQuery) {
      const after = readCursor(page.cursor, idCursor)?.[0];
      const rows = await db
        .select()
        .from(agents)
        .where(
          and(
            eq(agents.workspaceId, workspaceId),
            isNull(agents.deletedAt),
            after === undefined ? undefined : lt(agents.id, after),
          ),
        )
        .orderBy(desc(agents.id))
        .limit(page.limit + 1);
      return toPage(rows, page.limit, (row) => [row.id], toAgent);
    },

    /** @throws AppError `not_found` */
    async get(workspaceId: string, id: string): Promise<Agent> {
      const [row] = await db.select().from(agents).where(own(workspaceId, id));
      if (!row) throw notFound('agent');
      return toAgent(row);
    },

    /** For visitors, who know an agent's id and no workspace. */
    async findPublic(id: string): Promise<OwnedAgent | null> {
      const [row] = await byId.execute({ id });
      return row ? { ...toAgent(row), workspaceId: row.workspaceId } : null;
    },

    /** A change of its words becomes a version by `author`. @throws AppError `not_found` */
    async update(
      workspaceId: string,
      id: string,
      { widget, ...change }: AgentChange,
      author: string,
    ): Promise<Agent> {
      return db.transaction(async (transaction) => {
        const [row] = await transaction
          .update(agents)
          .set({
            ...change,
            ...(widget ? { widget: sql`${agents.widget} || ${JSON.stringify(widget)}::jsonb` } : {}),
            updatedAt: sql`now()`,
          })
          .where(own(workspaceId, id))
          .returning();
        if (!row) throw notFound('agent');
        await keepVersion(transaction, workspaceId, id, author);
        return toAgent(row);
      });
    },

    /** Its actions are archived with it. @returns their ids @throws AppError `not_found` */
    async remove(workspaceId: string, id: string): Promise<string[]> {
      return inTransaction(db.$client, async (client) => {
        // Whoever gives it an action meanwhile comes before this, or finds it gone.
        await lockReferences(client, workspaceId, 'exclusive');
        const { rowCount } = await client.query(
          'update agents set deleted_at = now() where workspace_id = $1 and id = $2 and deleted_at is null',
          [workspaceId, id],
        );
        if (!rowCount) throw notFound('agent');
        return archiveActionsOf(client, workspaceId, id);
      });
    },
  };
}

/** In a transaction: an agent has a version from its beginning on. */
export async function insertAgent(
  transaction: Pick<NodePgDatabase, 'insert' | 'execute'>,
  workspaceId: string,
  values: NewAgent,
  author: string,
): Promise<Agent> {
  const [row] = await transaction
    .insert(agents)
    .values({ id: newId(), workspaceId, ...values })
    .returning();
  const agent = toAgent(row as Row);
  await keepVersion(transaction, workspaceId, agent.id, author);
  return agent;
}

export type AgentStore = ReturnType<typeof agentStore>;

function toAgent({ workspaceId: _, deletedAt: __, ...row }: Row): Agent {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}
