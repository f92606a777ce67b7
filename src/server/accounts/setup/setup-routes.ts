import { setupSchema } from '../../../contract/accounts/person.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { AccountsDeps } from '../accounts-deps.ts';
import { requireOwnPage } from '../same-origin.ts';
import { sendCookies } from '../send-cookies.ts';
import { createOwner } from './create-owner.ts';

/** The first start: the owner makes their account with the code that stands in the terminal. */
export function setupRoutes(deps: AccountsDeps) {
  const { accounts, throttle, addressOf, publicUrl } = deps;
  return [
    endpoint(
      {
        ...{ access: 'public', tag: 'Accounts', method: 'post', path: '/api/v1/setup' },
        ...{ status: 204, maxBytes: 8_192 },
        summary: 'Make the owner’s account, name the workspace, and sign in. Once',
        body: setupSchema,
        errors: ['conflict', 'rate_limited', 'not_allowed'],
      },
      async ({ body, context }) => {
        requireOwnPage(context, publicUrl());
        await throttle.guess('setup', addressOf(context));
        await createOwner(deps, body, addressOf(context));
        sendCookies(context, (await accounts.signIn(body.email, body.password)).cookies);
      },
    ),
  ];
}
