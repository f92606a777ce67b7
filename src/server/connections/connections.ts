import type { ConnectionDefinition } from '../../connections/define.ts';
import type { Mail } from '../../connections/mail.ts';
import type { Connection, ConnectionChange, NewConnection } from '../../contract/connections/connection.ts';
import { MailServers } from '../mail/mail-servers.ts';
import { AppError, notFound } from '../platform/errors.ts';
import { idCursor, type PageQuery, readCursor, toPage } from '../platform/http/paging.ts';
import { newId } from '../platform/ids.ts';
import { removeConnection } from '../workspace/references/remove-connection.ts';
import { checkPart } from './check-part.ts';
import type { ConnectionDeps, SendingDeps } from './connection-deps.ts';
import type { ConnectionRow } from './connection-row.ts';
import { findKind } from './find-kind.ts';
import { giveBackAccess } from './oauth/give-back-access.ts';
import { Renewals } from './oauth/renewals.ts';
import { readConnections } from './read-connections.ts';
import { openConnection } from './sending/open-connection.ts';
import { readRow } from './sending/read-row.ts';
import { sendWorkspaceMail } from './sending/send-workspace-mail.ts';
import { openCredentials, sealCredentials } from './sending/stored-credentials.ts';
import { sweepConnections } from './sweep-connections.ts';
import { testConnection } from './test-connection.ts';

/** The third parties that a workspace is connected to. Credentials are written by people, and read by requests only. */
export function connectionStore(given: ConnectionDeps) {
  const { pool, egress, redactor } = given;
  const mailServers = new MailServers({ egress, redact: (text) => redactor.redact(text) });
  const deps: SendingDeps = { ...given, mailServers };
  const renewals = new Renewals(deps);

  const get = async (workspaceId: string, id: string): Promise<Connection> => {
    const [connection] = await readConnections(pool, workspaceId, { id, after: null, limit: 1 });
    if (!connection) throw notFound('connection');
    return connection;
  };
  const test = (workspaceId: string, id: string) => testConnection(deps, renewals, { workspaceId, id });

  const store = {
    /** @throws AppError `not_found` */
    get,

    /** Newest first. */
    async list(workspaceId: string, page: PageQuery) {
      const after = readCursor(page.cursor, idCursor)?.[0] ?? null;
      const connections = await readConnections(pool, workspaceId, {
        id: null,
        after,
        limit: page.limit + 1,
      });
      return toPage(
        connections,
        page.limit,
        ({ id }) => [id],
        (connection) => connection,
      );
    },

    /** Stores it, and tries it at once: what is wrong stands in its `problem`. @throws AppError `invalid` */
    async create(workspaceId: string, { kind, name, ...given }: NewConnection): Promise<Connection> {
      const { definition } = findKind(kind, deps.addresses);
      const settings = checkPart('settings', definition.settings, given.settings);
      const id = newId();
      const credentials = await sealGiven(workspaceId, id, definition, settings, given.credentials);
      await pool.query(
        `insert into connections (id, workspace_id, kind, name, settings, credentials, state, problem)
          values ($1, $2, $3, $4, $5, $6, 'reconnect', 'It was not tried yet.')`,
        [id, workspaceId, kind, name ?? definition.label, settings, credentials],
      );
      await test(workspaceId, id);
      return get(workspaceId, id);
    },

    /** What is not given stays. @throws AppError `not_found`, or `invalid` */
    async update(workspaceId: string, id: string, change: ConnectionChange): Promise<Connection> {
      const row = await readRow(pool, workspaceId, id);
      const { definition } = findKind(row.kind, deps.addresses);
      const settings =
        change.settings === undefined
          ? row.settings
          : checkPart('settings', definition.settings, change.settings);
      const isNewSecret = change.credentials !== undefined;
      if (!isNewSecret) await refuseOtherPlace(row, definition, settings);
      const credentials = isNewSecret
        ? await sealGiven(workspaceId, id, definition, settings, change.credentials)
        : null;
      await pool.query(
        `update connections set name = coalesce($3, name), settings = $4, updated_at = now(),
            credentials = case when $5 then $6 else credentials end,
            credentials_version = credentials_version + case when $5 then 1 else 0 end,
            credentials_expire_at = case when $5 then null else credentials_expire_at end,
            renewal_started_at = case when $5 then null else renewal_started_at end,
            account = case when $5 then null else account end,
            hook_key = case when $5 then null else hook_key end
          where workspace_id = $1 and id = $2`,
        [workspaceId, id, change.name ?? null, settings, isNewSecret, credentials],
      );
      if (isNewSecret || change.settings !== undefined) await test(workspaceId, id);
      return get(workspaceId, id);
    },

    /**
     * Removes one that nothing uses, or whose users go on with another one of its kind.
     * @throws AppError `not_found`, `in_use` with what uses it, or `invalid` when the other one does not fit
     */
    async remove(workspaceId: string, id: string, replaceWith?: string): Promise<void> {
      const giveBack = await giveBackAccess(deps, await readRow(pool, workspaceId, id));
      await removeConnection(pool, workspaceId, id, replaceWith);
      await giveBack?.();
    },

    /** Tries it, whatever its state. @throws AppError `not_found` */
    async test(workspaceId: string, id: string): Promise<Connection> {
      await test(workspaceId, id);
      return get(workspaceId, id);
    },

    /** The way to the third party, for whoever uses the connection. @throws AppError `not_found` */
    open: (workspaceId: string, id: string) => openConnection(deps, renewals, { workspaceId, id }),

    /** How the mails of workspaces are sent: by a mail server that one is connected to, else by this. @throws MailNotSent */
    mailOr: (sendMail: (mail: Mail) => Promise<void>) => (workspaceId: string, mail: Mail) =>
      sendWorkspaceMail({ pool, connections: store, sendMail }, workspaceId, mail),

    /** Ends what a process that died has left half done: at the start, and now and then. */
    sweep: () => sweepConnections(deps, renewals),

    /** Lets what is on its way end: its answer is there once. */
    async stop() {
      mailServers.close();
      await renewals.stop();
    },
  };
  return store;

  async function sealGiven(
    workspaceId: string,
    id: string,
    definition: ConnectionDefinition,
    settings: unknown,
    given: unknown,
  ): Promise<string | null> {
    const schema = definition.credentials(settings);
    if (schema === null && given == null) return null;
    if (schema === null) throw invalid('credentials', 'are not used with these settings: leave them out');
    const checked = checkPart('credentials', schema, given);
    if (checked === undefined) return null;
    for (const secret of definition.secrets(checked)) deps.redactor.add(secret);
    return sealCredentials(deps, workspaceId, id, { given: checked, tokens: null });
  }

  /** What was handed in for one place must not be sent to another one. */
  async function refuseOtherPlace(row: ConnectionRow, definition: ConnectionDefinition, settings: unknown) {
    const stored = await openCredentials(deps, definition, row);
    const schema = definition.credentials(settings);
    const fits = schema === null ? stored === null : schema.safeParse(stored?.given).success;
    const placeOf = (chosen: unknown) => {
      const { addresses } = findKind(row.kind, deps.addresses, chosen);
      return JSON.stringify([
        definition.hosts(chosen, addresses),
        stored && (definition.oauth?.(chosen, stored.given, addresses) ?? null),
      ]);
    };
    if (!fits || (stored !== null && placeOf(row.settings) !== placeOf(settings)))
      throw invalid('credentials', 'have to be given again for these settings');
  }
}

export type ConnectionStore = ReturnType<typeof connectionStore>;

function invalid(path: string, message: string): AppError {
  return new AppError('invalid', { publicMessage: `${path} ${message}.`, details: [{ path, message }] });
}
