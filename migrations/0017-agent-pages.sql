-- What an agent was told to say and be, each time that somebody changed it.
create table agent_versions (
  workspace_id text not null references workspaces,
  agent_id text not null references agents,
  version integer not null,
  name text not null,
  greeting text not null,
  instructions text not null,
  tone text not null,
  language text not null,
  author_name text not null,
  created_at timestamptz not null default now(),
  primary key (agent_id, version)
);
insert into agent_versions
  (workspace_id, agent_id, version, name, greeting, instructions, tone, language, author_name, created_at)
select workspace_id, id, 1, name, greeting, instructions, tone, language, '', updated_at from agents;

-- A text as it was given, to be edited; its snippets are made of it. Null: the source is no text.
alter table knowledge_sources
  add column body text,
  add column updated_at timestamptz not null default now();

-- Where a conversation takes place. `playground`: the team tries its agent; nothing of it is told to others or counted.
alter table conversations add column channel text not null default 'widget';
create index conversations_in_playground on conversations (last_at) where channel = 'playground';
alter table visitors add column channel text not null default 'widget';

-- Whom the team plays has the name of a real visitor, and must never be taken for them.
drop index visitors_of_sub;
create unique index visitors_of_sub on visitors (workspace_id, agent_id, sub) where sub is not null and channel = 'widget';

-- Why a turn came out as it did. Kept in the playground only.
create table turn_traces (
  turn_id text primary key references turns on delete cascade,
  workspace_id text not null references workspaces,
  trace jsonb not null
);

create or replace function record_event(workspace text, event_type text, event text, conversation text, body jsonb)
returns void language sql as $$
  insert into webhook_deliveries (id, workspace_id, webhook_id, event_id, type, conversation_id, data)
  select lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
      || replace(gen_random_uuid()::text, '-', ''),
    workspace, webhooks.id, event, event_type, conversation, body
  from webhooks
  where webhooks.workspace_id = workspace and webhooks.enabled and webhooks.events @> array[event_type]
    and not exists (select from conversations where id = conversation and channel = 'playground')
  on conflict (webhook_id, event_id) do nothing
$$;

-- What visitors wrote, without the names of the fields: what a search in leads looks through.
alter table leads add column search text not null
  generated always as (lower(jsonb_path_query_array(values, '$.*') #>> '{}')) stored;
