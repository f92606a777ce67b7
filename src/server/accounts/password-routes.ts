import { forgottenSchema, resetSchema } from '../../contract/accounts/person.ts';
import { endpoint } from '../workspace/actors.ts';
import type { AccountsDeps } from './accounts-deps.ts';
import { requireOwnPage } from './same-origin.ts';

const common = { access: 'public', tag: 'Accounts', method: 'post', status: 204, maxBytes: 4_096 } as const;

/** The way back in for whoever forgot their password. It never tells who has an account. */
export function passwordRoutes({ accounts, throttle, addressOf, publicUrl }: AccountsDeps) {
  return [
    endpoint(
      {
        ...{ ...common, path: '/api/v1/password/forgotten' },
        summary: 'Send a link for a new password, if there is such an account',
        body: forgottenSchema,
        errors: ['rate_limited', 'not_allowed'],
      },
      async ({ body: { email }, context }) => {
        requireOwnPage(context, publicUrl());
        await throttle.guess(`reset ${email}`, addressOf(context));
        await accounts.forgot(email);
      },
    ),
    endpoint(
      {
        ...{ ...common, path: '/api/v1/password/reset' },
        summary: 'Set a new password by such a link; every session ends',
        body: resetSchema,
        errors: ['rate_limited', 'not_allowed'],
      },
      async ({ body: { token, password }, context }) => {
        requireOwnPage(context, publicUrl());
        await throttle.guess('reset link', addressOf(context));
        await accounts.reset(token, password);
      },
    ),
  ];
}
