import type { Context } from 'hono';
import { PERMISSIONS, type Permission } from '../../contract/accounts/permissions.ts';
import { AppError } from '../platform/errors.ts';
import { readBearer } from '../platform/http/read-bearer.ts';
import type { Actors, PersonActor, WorkspaceActor } from '../workspace/actors.ts';
import type { FindKey } from './api-keys/find-key.ts';
import type { Accounts } from './auth/accounts.ts';
import type { FindMembership } from './members/find-membership.ts';
import { requireOwnPage } from './same-origin.ts';
import { sendCookies } from './send-cookies.ts';

interface AuthenticatorDeps {
  accounts: Accounts;
  findKey: FindKey;
  findMembership: FindMembership;
  publicUrl(): string;
}

/** All that there is. */
export const EVERYTHING: ReadonlySet<Permission> = new Set(PERMISSIONS);

/** Who calls the workspace API: a program by its key, or a person by the cookie of their session. */
export function workspaceAuthenticator(
  deps: AuthenticatorDeps,
): (context: Context) => Promise<WorkspaceActor> {
  const person = personAuthenticator(deps);
  return async (context) => {
    if (context.req.header('authorization') !== undefined || !context.req.header('cookie'))
      return deps.findKey(readBearer(context));
    const { userId, name, workspaceId } = await person(context);
    const membership = await deps.findMembership(userId, workspaceId);
    if (!membership) throw notSignedIn();
    return { ...membership, name, userId };
  };
}

/** A person by the cookie of their session, wherever they are a member. */
export function personAuthenticator({
  accounts,
  publicUrl,
}: AuthenticatorDeps): (context: Context) => Promise<PersonActor> {
  return async (context) => {
    if (!context.req.header('cookie')) throw notSignedIn();
    requireOwnPage(context, publicUrl());
    const read = await accounts.read(context.req.raw.headers);
    if (!read) throw notSignedIn();
    sendCookies(context, read.cookies);
    return read.who;
  };
}

/** Whether whoever calls may do what the route does. A key, a role, or nobody: the table says it, and nothing else does. */
export function authorize(actor: unknown, spec: { access: string; permission?: string }): void {
  if (spec.access !== 'workspace') return;
  const { permissions } = actor as Actors['workspace'];
  if (spec.permission && permissions.has(spec.permission as Permission)) return;
  throw new AppError('not_allowed', {
    publicMessage: `This needs the permission ${spec.permission}. Ask an owner or an admin of the workspace.`,
  });
}

function notSignedIn(): AppError {
  return new AppError('missing_credential', { publicMessage: 'You are not signed in, or not any more.' });
}
