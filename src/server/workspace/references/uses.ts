import { FIND_MAIL_CONNECTION } from './mail-connection.ts';

/** `{{secrets.NAME}}`, as a template reads it: not where a backslash makes plain text of it. */
const SECRET_MENTION = String.raw`(?<!\\)\{\{\s*secrets\.(\w+)\s*\}\}`;

/** CTE: what each action of the workspace $1 refers to, also archived ones. */
export const ACTION_USES = `
action_uses as (
  select distinct 'secret' as target_type, mention[1] as target, actions.id as action_id
  from actions, regexp_matches(actions.settings::text, '${SECRET_MENTION}', 'g') as mention
  where actions.workspace_id = $1
  union
  select 'connection', settings ->> 'connectionId', id
  from actions where workspace_id = $1 and settings ->> 'connectionId' is not null
)`;

/** CTEs: what is referred to in the workspace $1, by what. Archived actions and deleted agents hold nothing any more. */
export const USES = `
live_agents as (
  select id, name, model from agents where workspace_id = $1 and deleted_at is null
), ${ACTION_USES}, uses as (
  select target_type, target, 'action' as type, actions.id, actions.name, actions.agent_id
  from action_uses
  join actions on actions.id = action_uses.action_id and actions.archived_at is null
  join live_agents on live_agents.id = actions.agent_id
  union
  select 'secret', secret, 'agent', id, name, id
  from live_agents, unnest(array[model ->> 'secret', model #>> '{fallback,secret}']) as secret
  where secret is not null
  union
  select 'connection', id, 'invitations', 'invitations', 'Invitations', null
  from (${FIND_MAIL_CONNECTION}) as mail_connection
)`;
