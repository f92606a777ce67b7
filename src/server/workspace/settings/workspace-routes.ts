import type { Pool } from 'pg';
import { type ModelUsage, workspaceChangeSchema, workspaceSchema } from '../../../contract/workspace.ts';
import { endpoint } from '../actors.ts';
import { changeSettings, readSettings } from './workspace-settings.ts';

interface RouteDeps {
  pool: Pool;
  budget: {
    today(workspaceId: string): Promise<ModelUsage>;
    /** The limits have changed. */
    forget(workspaceId: string): void;
  };
}

const common = { access: 'workspace', tag: 'Workspace', path: '/api/v1/workspace' } as const;

export function workspaceRoutes({ pool, budget }: RouteDeps) {
  return [
    endpoint(
      {
        ...common,
        permission: 'workspace:read',
        method: 'get',
        summary: 'Read the workspace, its limits, and what its models used today',
        answer: workspaceSchema,
      },
      async ({ actor: { workspaceId } }) => ({
        ...(await readSettings(pool, workspaceId)),
        usageToday: await budget.today(workspaceId),
      }),
    ),
    endpoint(
      {
        ...common,
        permission: 'workspace:write',
        method: 'patch',
        summary: 'Change the workspace, or what its models may cost in a day',
        body: workspaceChangeSchema,
        answer: workspaceSchema,
      },
      async ({ actor: { workspaceId }, body }) => {
        const settings = await changeSettings(pool, workspaceId, body);
        budget.forget(workspaceId);
        return { ...settings, usageToday: await budget.today(workspaceId) };
      },
    ),
  ];
}
