import type { Pool } from 'pg';
import { ConnectionProblem } from '../../../connections/define.ts';
import { findConnectionKind } from '../../../connections/index.ts';
import { type Mail, MailNotSent } from '../../../connections/mail.ts';
import type { Connection } from '../../../contract/connections/connection.ts';
import { FIND_MAIL_CONNECTION } from '../../workspace/references/mail-connection.ts';
import type { OpenConnection } from './open-connection.ts';

interface Deps {
  pool: Pool;
  connections: {
    get(workspaceId: string, id: string): Promise<Connection>;
    open(workspaceId: string, id: string): Promise<OpenConnection>;
  };
  /** By the operator's mail server, for workspaces that have none. */
  sendMail(mail: Mail): Promise<void>;
}

const OPERATOR_PROBLEM =
  'The mail server of this installation did not take it. Whoever runs it can check SMTP_URL.';

/** Sends a mail of a workspace: through the mail server that it is connected to, else by the operator's. @throws MailNotSent */
export async function sendWorkspaceMail(
  { pool, connections, sendMail }: Deps,
  workspaceId: string,
  mail: Mail,
): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(FIND_MAIL_CONNECTION, [workspaceId]);
  if (!rows[0])
    return sendMail(mail).catch((cause: unknown) => {
      throw new MailNotSent(OPERATOR_PROBLEM, { cause });
    });
  const { id, kind, name, state, problem } = await connections.get(workspaceId, rows[0].id);
  const refuse = (why: string | null, cause?: unknown) =>
    new MailNotSent(`“${name}” under Integrations does not work: ${why}`, { cause });
  // A password that was refused is not tried again: servers lock out who does.
  if (state === 'reconnect') throw refuse(problem);
  const port = await connections.open(workspaceId, id);
  try {
    await findConnectionKind(kind)?.sendMail?.(port, mail);
  } catch (error) {
    if (!(error instanceof ConnectionProblem)) throw error;
    await port.noteProblem(error);
    throw refuse(error.message, error);
  }
}
