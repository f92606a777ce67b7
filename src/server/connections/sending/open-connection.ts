import { type ConnectionPort, type ConnectionProblem, SECRET_ADDRESS } from '../../../connections/define.ts';
import { type OutgoingRequest, SendFailed } from '../../../connections/outgoing.ts';
import { sendOutgoing } from '../../platform/send-outgoing.ts';
import { isBoundTo } from '../../workspace/secrets/bound-host.ts';
import type { SendingDeps } from '../connection-deps.ts';
import type { ConnectionRow } from '../connection-row.ts';
import { findKind } from '../find-kind.ts';
import type { Renewals } from '../oauth/renewals.ts';
import { mailWay } from './mail-way.ts';
import { noteProblem, noteUse } from './note-state.ts';
import { readRow } from './read-row.ts';
import { openCredentials, type StoredCredentials } from './stored-credentials.ts';

/** A token that ends while the request is on its way is of no use. */
const RENEW_BEFORE_MS = 60_000;

interface Options {
  /** To find out whether it works again. */
  evenIfLost?: boolean;
}

interface Held {
  row: ConnectionRow;
  stored: StoredCredentials | null;
}

export interface OpenConnection extends ConnectionPort {
  /** Writes down what is wrong with it, as whoever used it has found, unless it was changed or removed meanwhile. */
  noteProblem(problem: ConnectionProblem): Promise<void>;
}

/**
 * The way to a third party for whoever uses a connection: what they send carries its credentials, which they never see.
 * @throws AppError `not_found`
 */
export async function openConnection(
  deps: SendingDeps,
  renewals: Renewals,
  { workspaceId, id }: { workspaceId: string; id: string },
  { evenIfLost = false }: Options = {},
): Promise<OpenConnection> {
  const row = await readRow(deps.pool, workspaceId, id);
  const { definition, addresses } = findKind(row.kind, deps.addresses, row.settings);
  const hosts = definition.hosts(row.settings, addresses);
  let held: Held = { row, stored: await openCredentials(deps, definition, row) };

  const client = () =>
    held.stored === null
      ? null
      : (definition.oauth?.(held.row.settings, held.stored.given, addresses) ?? null);

  const renew = async () => {
    const renewed = await renewals.renew(held.row);
    held = { row: renewed, stored: await openCredentials(deps, definition, renewed) };
  };

  async function sendOnce(request: OutgoingRequest) {
    const { stored } = held;
    const added = stored === null ? [] : definition.authorize(stored.given, stored.tokens?.access ?? null);
    const names = added.map(([name]) => name.toLowerCase());
    const own = request.headers.filter(([name]) => !names.includes(name.toLowerCase()));
    const { headers, text, ...response } = await sendOutgoing(deps.egress, workspaceId, {
      ...request,
      headers: [...own, ...added],
      secretHeaders: [...request.secretHeaders, ...names],
      hasSecret: request.hasSecret || added.length > 0,
    });
    return {
      ...response,
      headers: deps.redactor.redactJson(headers),
      text: deps.redactor.redact(text),
    };
  }

  function findAddress(url: string): string {
    if (url !== SECRET_ADDRESS || held.stored === null) return url;
    return definition.secretAddress?.(held.stored.given, addresses) ?? url;
  }

  async function lose(): Promise<never> {
    const problem = `${definition.label} does not accept the credentials of “${held.row.name}” any more. Connect it again under Connections.`;
    await noteProblem(deps, held.row, 'reconnect', problem);
    throw new SendFailed('reconnect', false, problem);
  }

  return {
    settings: row.settings,
    account: row.account,
    addresses,
    mail: mailWay(deps, definition, row, held.stored),
    noteProblem: ({ state, message }) => noteProblem(deps, held.row, state, message),
    async send(asked) {
      const request = { ...asked, url: findAddress(asked.url) };
      refuseElsewhere(hosts, request.url);
      if (held.row.state === 'reconnect' && !evenIfLost)
        throw new SendFailed('reconnect', false, held.row.problem ?? 'It has to be connected again.');
      if (client() !== null && needsRenewal(held)) await renew();
      let answer = await sendOnce(request);
      if (answer.status === 401) {
        if (client() === null) return lose();
        // It was refused, so nothing has happened: it can be sent again.
        await renew();
        answer = await sendOnce(request);
        if (answer.status === 401) return lose();
      }
      if (answer.status < 500) await noteUse(deps, held.row);
      return answer;
    },
  };
}

function needsRenewal({ row, stored }: Held): boolean {
  if (stored?.tokens == null) return true;
  const ends = row.credentials_expire_at;
  return ends !== null && ends.getTime() < Date.now() + RENEW_BEFORE_MS;
}

function refuseElsewhere(hosts: string[], url: string): void {
  const host = URL.canParse(url) ? new URL(url).host : '';
  if (!isBoundTo(hosts, host))
    throw new SendFailed(
      'blocked',
      false,
      `The credentials of this connection are for ${hosts.join(', ')} only.`,
    );
}
