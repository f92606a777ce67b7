import { z } from 'zod';
import {
  acceptInvitationSchema,
  invitationSchema,
  madeInvitationSchema,
  newInvitationSchema,
  openInvitationSchema,
  PASSWORD_MIN,
} from '../../../contract/accounts/person.ts';
import { AppError } from '../../platform/errors.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { AccountsDeps } from '../accounts-deps.ts';
import { requireOwnPage } from '../same-origin.ts';
import { sendCookies } from '../send-cookies.ts';
import {
  acceptInvitation,
  invite,
  listInvitations,
  openInvitation,
  withdrawInvitation,
} from './invitations.ts';

const common = { access: 'workspace', tag: 'Members', path: '/api/v1/invitations' } as const;

export function invitationRoutes(deps: AccountsDeps) {
  const { pool, throttle, addressOf, publicUrl } = deps;
  return [
    endpoint(
      {
        ...common,
        permission: 'members:read',
        method: 'get',
        summary: 'Invitations that nobody has accepted yet, the newest first',
        query: pageQuery,
        answer: pageOf(invitationSchema),
      },
      ({ actor, query }) => listInvitations(pool, actor.workspaceId, query),
    ),
    endpoint(
      {
        ...common,
        permission: 'members:write',
        method: 'post',
        summary:
          'Invite somebody by mail; when it cannot be sent, the answer has the link. A newer invitation takes the place of an older one',
        body: newInvitationSchema,
        answer: madeInvitationSchema,
        status: 201,
        errors: ['conflict', 'not_allowed'],
      },
      ({ actor, body }) => invite(deps, actor, body),
    ),
    endpoint(
      {
        ...common,
        permission: 'members:write',
        method: 'delete',
        path: '/api/v1/invitations/{id}',
        summary: 'Take an invitation back',
        params: z.object({ id: z.string() }),
        status: 204,
      },
      ({ actor, params }) => withdrawInvitation(pool, actor.workspaceId, params.id),
    ),
    endpoint(
      {
        ...{ access: 'public', tag: 'Accounts', method: 'get', path: '/api/v1/invitations/by-token/{token}' },
        summary: 'What the link of an invitation is for',
        params: z.object({ token: z.string().max(200) }),
        answer: openInvitationSchema,
        errors: ['rate_limited'],
      },
      async ({ params, context }) => {
        await throttle.guess('invitation', addressOf(context));
        return openInvitation(pool, params.token);
      },
    ),
    endpoint(
      {
        ...{
          access: 'public',
          tag: 'Accounts',
          method: 'post',
          path: '/api/v1/invitations/accept',
          status: 204,
        },
        summary: 'Accept an invitation, and sign in',
        body: acceptInvitationSchema,
        errors: ['not_found', 'invalid_credential', 'rate_limited', 'not_allowed'],
      },
      async ({ body, context }) => {
        requireOwnPage(context, publicUrl());
        await throttle.guess('invitation', addressOf(context));
        const { hasAccount } = await openInvitation(pool, body.token);
        if (!hasAccount && body.password.length < PASSWORD_MIN) throw tooShort();
        sendCookies(context, await acceptInvitation(deps, body, addressOf(context)));
      },
    ),
  ];
}

function tooShort(): AppError {
  const message = `must have at least ${PASSWORD_MIN} characters`;
  return new AppError('invalid', {
    publicMessage: `The password ${message}.`,
    details: [{ path: 'password', message }],
  });
}
