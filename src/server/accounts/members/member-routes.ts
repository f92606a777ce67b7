import { z } from 'zod';
import { memberSchema, roleSchema } from '../../../contract/accounts/person.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { endpoint } from '../../workspace/actors.ts';
import type { AccountsDeps } from '../accounts-deps.ts';
import { changeRole, listMembers, removeMember } from './members.ts';

const common = { access: 'workspace', tag: 'Members' } as const;
const one = { ...common, path: '/api/v1/members/{id}', params: z.object({ id: z.string() }) } as const;

export function memberRoutes({ pool }: Pick<AccountsDeps, 'pool'>) {
  return [
    endpoint(
      {
        ...common,
        permission: 'members:read',
        method: 'get',
        path: '/api/v1/members',
        summary: 'Who is in the workspace, and in which role',
        query: pageQuery,
        answer: pageOf(memberSchema),
      },
      ({ actor, query }) => listMembers(pool, actor.workspaceId, query),
    ),
    endpoint(
      {
        ...one,
        permission: 'members:write',
        method: 'patch',
        summary: 'Give a member another role. The last owner stays one',
        body: roleSchema,
        status: 204,
        errors: ['not_allowed', 'conflict'],
      },
      ({ actor, params, body }) => changeRole(pool, actor, params.id, body.role),
    ),
    endpoint(
      {
        ...one,
        permission: 'members:write',
        method: 'delete',
        summary: 'Take a member out of the workspace. The last owner stays',
        status: 204,
        errors: ['not_allowed', 'conflict'],
      },
      ({ actor, params }) => removeMember(pool, actor, params.id),
    ),
  ];
}
