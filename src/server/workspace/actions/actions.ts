import { and, asc, desc, eq, getTableColumns, ilike, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import type { Action, ActionChange, NewAction } from '../../../contract/action.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../../platform/http/paging.ts';
import { newId } from '../../platform/ids.ts';
import { actions, agents } from '../tables.ts';
import { checkSettings } from './check-settings.ts';
import { checkComplete, completeAll, type ReadDefaults } from './complete-settings.ts';
import { type ActionUser, IS_USED_UP } from './limit-key.ts';
import { saveAction } from './save-action.ts';
import { toAction } from './to-action.ts';

/** An action that is enabled; `usedUp`: its limit allows no other use to this visitor in this conversation. */
export type LiveAction = Action & { usedUp: boolean };

/** The configured actions of agents. Settings are checked by their kind before they are stored. */
export function actionStore(db: NodePgDatabase & { $client: Pool }, readDefaults: ReadDefaults) {
  const own = (workspaceId: string, id: string) =>
    and(eq(actions.workspaceId, workspaceId), eq(actions.id, id));
  const live = db
    .select({ ...getTableColumns(actions), usedUp: IS_USED_UP })
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

  const find = async (workspaceId: string, id: string): Promise<Action | null> => {
    const [row] = await db.select().from(actions).where(own(workspaceId, id));
    return row ? toAction(row) : null;
  };

  const get = async (workspaceId: string, id: string): Promise<Action> => {
    const action = await find(workspaceId, id);
    if (!action) throw notFound('action');
    return action;
  };

  return {
    /** Null: it was deleted for good, or never there. */
    find,

    /** @throws AppError `not_found` */
    get,

    /** @throws AppError `not_found`, or `invalid` with the paths of the settings that are wrong */
    async create(workspaceId: string, agentId: string, values: NewAction): Promise<Action> {
      const settings = checkSettings(values.kind, values.settings);
      await checkComplete(readDefaults, workspaceId, values.kind, settings);
      return saveAction(db.$client, workspaceId, async (tx) => {
        await refuseDeletedAgent(tx, workspaceId, agentId);
        const [row] = await tx
          .insert(actions)
          .values({ id: newId(), workspaceId, agentId, ...values, settings })
          .returning();
        return row;
      });
    },

    /** Newest first: those that are in use, or the archived ones. */
    async list(
      workspaceId: string,
      agentId: string,
      page: PageQuery & { archived?: boolean; search?: string },
    ) {
      const after = readCursor(page.cursor, idCursor)?.[0];
      const rows = await db
        .select()
        .from(actions)
        .where(
          and(
            eq(actions.workspaceId, workspaceId),
            eq(actions.agentId, agentId),
            page.archived ? isNotNull(actions.archivedAt) : isNull(actions.archivedAt),
            page.search ? ilike(actions.name, `%${page.search.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
            after === undefined ? undefined : lt(actions.id, after),
          ),
        )
        .orderBy(desc(actions.id))
        .limit(page.limit + 1);
      return toPage(rows, page.limit, (row) => [row.id], toAction);
    },

    /** What the agent may use now, if its other conditions are met. `user` is null: outside of any conversation. */
    async listLive(workspaceId: string, agentId: string, user: ActionUser | null): Promise<LiveAction[]> {
      const { conversationId = '', visitorId = '' } = user ?? {};
      const rows = await live.execute({ workspaceId, agentId, conversationId, visitorId });
      const actions = rows.map(({ usedUp, ...row }) => ({ ...toAction(row), usedUp }));
      return completeAll(readDefaults, workspaceId, actions);
    },

    /** @throws AppError `not_found`, `conflict` while it is archived, or `invalid` */
    async update(workspaceId: string, id: string, change: ActionChange): Promise<Action> {
      const { settings, guidance, ...rest } = change;
      const action = await get(workspaceId, id);
      const checked = settings === undefined ? {} : { settings: checkSettings(action.kind, settings) };
      if (checked.settings) await checkComplete(readDefaults, workspaceId, action.kind, checked.settings);
      return saveAction(db.$client, workspaceId, async (tx) => {
        const [row] = await tx
          .update(actions)
          .set({
            ...rest,
            ...checked,
            ...(rest.enabled || settings !== undefined ? { problem: null } : {}),
            ...(guidance ? { guidance: sql`${actions.guidance} || ${JSON.stringify(guidance)}::jsonb` } : {}),
            version: sql`${actions.version} + 1`,
            updatedAt: sql`now()`,
          })
          .where(and(own(workspaceId, id), isNull(actions.archivedAt)))
          .returning();
        if (row) return row;
        throw new AppError('conflict', { publicMessage: 'This action is archived. Restore it first.' });
      });
    },

    /** No agent offers it until a person enables it again; one that was changed meanwhile is left alone. `problem`: for them. */
    async suspend(
      workspaceId: string,
      { id, version }: { id: string; version: number },
      problem: string,
    ): Promise<void> {
      await db
        .update(actions)
        .set({ enabled: false, problem, version: sql`${actions.version} + 1`, updatedAt: sql`now()` })
        .where(and(own(workspaceId, id), eq(actions.version, version)));
    },
  };
}

export type ActionStore = ReturnType<typeof actionStore>;

/** @throws AppError `not_found` */
async function refuseDeletedAgent(tx: NodePgDatabase, workspaceId: string, id: string): Promise<void> {
  const [agent] = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.workspaceId, workspaceId), eq(agents.id, id), isNull(agents.deletedAt)));
  if (!agent) throw notFound('agent');
}
