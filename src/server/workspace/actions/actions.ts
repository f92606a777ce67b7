import { and, asc, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { findKind } from '../../../actions/index.ts';
import type { Action, ActionChange, NewAction } from '../../../contract/action.ts';
import { notFound } from '../../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import { newId } from '../../platform/ids.ts';
import { actions } from '../tables.ts';
import { checkSettings } from './check-settings.ts';

type Row = typeof actions.$inferSelect;

/** The configured actions of agents. Settings are checked by their kind before they are stored. */
export function actionStore(db: NodePgDatabase) {
  const own = (workspaceId: string, id: string) =>
    and(eq(actions.workspaceId, workspaceId), eq(actions.id, id));
  const live = db
    .select()
    .from(actions)
    .where(
      and(
        eq(actions.workspaceId, sql.placeholder('workspaceId')),
        eq(actions.agentId, sql.placeholder('agentId')),
        eq(actions.enabled, true),
        isNull(actions.archivedAt),
      ),
    )
    .orderBy(asc(actions.id))
    .prepare('live_actions');

  const get = async (workspaceId: string, id: string): Promise<Action> => {
    const [row] = await db.select().from(actions).where(own(workspaceId, id));
    if (!row) throw notFound('action');
    return toAction(row);
  };

  return {
    /** @throws AppError `not_found` */
    get,

    /** @throws AppError `invalid` with the paths of the settings that are wrong */
    async create(workspaceId: string, agentId: string, values: NewAction): Promise<Action> {
      const settings = checkSettings(values.kind, values.settings);
      const [row] = await db
        .insert(actions)
        .values({ id: newId(), workspaceId, agentId, ...values, settings })
        .returning();
      return toAction(row as Row);
    },

    /** Newest first, without the archived ones. */
    async list(workspaceId: string, agentId: string, page: PageQuery) {
      const after = readCursor(page.cursor, idCursor)?.[0];
      const rows = await db
        .select()
        .from(actions)
        .where(
          and(
            eq(actions.workspaceId, workspaceId),
            eq(actions.agentId, agentId),
            isNull(actions.archivedAt),
            after === undefined ? undefined : lt(actions.id, after),
          ),
        )
        .orderBy(desc(actions.id))
        .limit(page.limit + 1);
      return toPage(rows, page.limit, (row) => [row.id], toAction);
    },

    /** What the agent may use now. */
    async listLive(workspaceId: string, agentId: string): Promise<Action[]> {
      return (await live.execute({ workspaceId, agentId })).map(toAction);
    },

    /** @throws AppError `not_found` or `invalid` */
    async update(workspaceId: string, id: string, change: ActionChange): Promise<Action> {
      const { settings, guidance, ...rest } = change;
      const checked =
        settings === undefined
          ? {}
          : { settings: checkSettings((await get(workspaceId, id)).kind, settings) };
      const [row] = await db
        .update(actions)
        .set({
          ...rest,
          ...checked,
          ...(guidance ? { guidance: sql`${actions.guidance} || ${JSON.stringify(guidance)}::jsonb` } : {}),
          version: sql`${actions.version} + 1`,
          updatedAt: sql`now()`,
        })
        .where(own(workspaceId, id))
        .returning();
      if (!row) throw notFound('action');
      return toAction(row);
    },

    /** From this moment no agent offers it. Cards that visitors already have keep working. @throws AppError `not_found` */
    async archive(workspaceId: string, id: string): Promise<void> {
      const { rowCount } = await db
        .update(actions)
        .set({ archivedAt: sql`coalesce(${actions.archivedAt}, now())` })
        .where(own(workspaceId, id));
      if (!rowCount) throw notFound('action');
    },
  };
}

export type ActionStore = ReturnType<typeof actionStore>;

function toAction({ workspaceId: _, ...row }: Row): Action {
  return {
    ...row,
    confirm: row.confirm ?? findKind(row.kind)?.effect?.(row.settings) === 'write',
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}
