import type { ConnectionDefinition } from '../../../connections/define.ts';
import { MailFailed, type MailWay } from '../../../connections/mail.ts';
import type { MailServerUse } from '../../mail/mail-servers.ts';
import type { SendingDeps } from '../connection-deps.ts';
import type { ConnectionRow } from '../connection-row.ts';
import { noteUse } from './note-state.ts';
import type { StoredCredentials } from './stored-credentials.ts';

/** The way to the mail server of a connection, with its credentials, which whoever sends never sees. */
export function mailWay(
  deps: SendingDeps,
  definition: ConnectionDefinition,
  row: ConnectionRow,
  stored: StoredCredentials | null,
): MailWay {
  const use = (): MailServerUse => {
    if (!definition.mailServer) throw new Error(`a connection of the kind ${row.kind} is no mail server`);
    const server = definition.mailServer(row.settings, stored?.given ?? null);
    return { workspaceId: row.workspace_id, connectionId: row.id, server };
  };
  const run = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (error instanceof MailFailed)
        deps.log.info(
          { connectionId: row.id, fault: error.fault, answer: error.answer },
          'a mail server failed',
        );
      throw error;
    }
  };
  return {
    check: () => run(() => deps.mailServers.check(use())),
    send: (mail) =>
      run(async () => {
        await deps.mailServers.send(use(), mail);
        // It was taken, whatever becomes of the note.
        await noteUse(deps, row).catch((error: unknown) =>
          deps.log.error({ err: error, connectionId: row.id }, 'that a mail server was used is not noted'),
        );
      }),
  };
}
