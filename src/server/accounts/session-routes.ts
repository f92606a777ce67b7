import { z } from 'zod';
import {
  newPasswordSchema,
  newWorkspaceSchema,
  sessionSchema,
  signInSchema,
} from '../../contract/accounts/person.ts';
import { AppError } from '../platform/errors.ts';
import { endpoint } from '../workspace/actors.ts';
import type { AccountsDeps } from './accounts-deps.ts';
import { createWorkspace, enterWorkspace, readMe } from './members/workspaces-of-person.ts';
import { requireOwnPage } from './same-origin.ts';
import { sendCookies } from './send-cookies.ts';
import { isSetupNeeded } from './setup/is-setup-needed.ts';

const common = { tag: 'Accounts' } as const;

/** How people come in and go, and where they are. */
export function sessionRoutes(deps: AccountsDeps) {
  const { pool, accounts, recordPerson, throttle, addressOf, findMembership, publicUrl } = deps;
  return [
    endpoint(
      {
        ...{ ...common, access: 'public', method: 'post', path: '/api/v1/sign-in', status: 204 },
        summary: 'Sign in: the answer sets the cookie of a session',
        body: signInSchema,
        errors: ['invalid_credential', 'rate_limited', 'not_allowed'],
        maxBytes: 4_096,
      },
      async ({ body: { email, password }, context }) => {
        requireOwnPage(context, publicUrl());
        const ip = addressOf(context);
        await throttle.guess(`password ${email}`, ip);
        const { cookies } = await accounts.signIn(email, password).catch(async (error: unknown) => {
          if (error instanceof AppError)
            await recordPerson({ email, ip, action: 'sign-in-failed', summary: 'Failed to sign in' });
          throw error;
        });
        // Whoever knows the session that this browser had before gains nothing by it.
        await accounts.signOut(context.req.raw.headers);
        sendCookies(context, cookies);
        await recordPerson({ email, ip, action: 'signed-in', summary: 'Signed in' });
      },
    ),
    endpoint(
      {
        ...{ ...common, access: 'person', method: 'post', path: '/api/v1/sign-out', status: 204 },
        summary: 'End the session',
      },
      async ({ actor: { email }, context }) => {
        sendCookies(context, await accounts.signOut(context.req.raw.headers));
        await recordPerson({ email, ip: addressOf(context), action: 'signed-out', summary: 'Signed out' });
      },
    ),
    endpoint(
      {
        ...{ ...common, access: 'public', method: 'get', path: '/api/v1/session' },
        summary: 'Who is signed in, where, and what they may do there; and whether anybody has an account',
        answer: sessionSchema,
      },
      async ({ context }) => {
        const read = await accounts.read(context.req.raw.headers);
        sendCookies(context, read?.cookies ?? []);
        const membership = read && (await findMembership(read.who.userId, read.who.workspaceId));
        const me = read && membership ? await readMe(pool, read.who, membership) : null;
        return { setupNeeded: me === null && (await isSetupNeeded(pool)), me };
      },
    ),
    endpoint(
      {
        ...{ ...common, access: 'person', method: 'post', path: '/api/v1/me/workspace', status: 204 },
        summary: 'Go to another workspace',
        body: z.strictObject({ workspaceId: z.string() }),
        errors: ['not_found'],
      },
      ({ actor, body }) => enterWorkspace(pool, actor, body.workspaceId),
    ),
    endpoint(
      {
        ...{ ...common, access: 'person', method: 'post', path: '/api/v1/me/password', status: 204 },
        summary: 'Change the password; every other session of theirs ends',
        body: newPasswordSchema,
        errors: ['rate_limited'],
      },
      async ({ actor, body, context }) => {
        const ip = addressOf(context);
        const { email } = actor;
        await throttle.guess(`password ${email}`, ip);
        const { headers } = context.req.raw;
        sendCookies(context, await accounts.changePassword(headers, body.current, body.password));
        await recordPerson({ email, ip, action: 'password-changed', summary: 'Changed their password' });
      },
    ),
    endpoint(
      {
        ...{ ...common, access: 'person', method: 'post', path: '/api/v1/workspaces', status: 201 },
        summary: 'Make a workspace of one’s own, and go there',
        body: newWorkspaceSchema,
        answer: z.object({ id: z.string(), name: z.string() }),
      },
      ({ actor, body, context }) => createWorkspace(deps, actor, body.name, addressOf(context)),
    ),
  ];
}
