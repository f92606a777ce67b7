import type { CalendlyPort } from '../../connections/calendly/client/call-calendly.ts';
import { readUser } from '../../connections/calendly/read-user.ts';
import type { CallPort } from '../define-call.ts';

/** A connection, and whose it is. */
export interface CalendlyAccount extends CalendlyPort {
  /** The address of the user. @throws CalendlyError */
  findUser(): Promise<string>;
}

/** @returns null where the connection is there no more, or is one to somebody else */
export async function openAccount(
  port: Pick<CallPort, 'openConnection'>,
  connectionId: string,
): Promise<CalendlyAccount | null> {
  const connection = await port.openConnection(connectionId);
  const { api, auth } = connection?.addresses ?? {};
  if (!connection || api === undefined || auth === undefined) return null;
  const calendly = { addresses: { api, auth }, send: connection.send };
  const known = connection.account?.uri;
  return {
    ...calendly,
    findUser: async () => (typeof known === 'string' ? known : (await readUser(calendly)).uri),
  };
}
