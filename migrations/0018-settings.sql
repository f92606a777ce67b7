-- A connection that people are told by, such as Slack, gets events as a webhook does: recorded with what happened, sent by the engine.
alter table webhooks add column connection_id text unique references connections on delete cascade;
drop index webhooks_list;
create index webhooks_list on webhooks (workspace_id, id desc) where connection_id is null;

-- In the statement that makes the connection, so that there is none which is never told.
create function listen_by_connection() returns trigger language plpgsql as $$
begin
  insert into webhooks (id, workspace_id, url, events, secret, connection_id)
  values (new.id, new.workspace_id, '', array['conversation.muted'], '', new.id);
  return null;
end $$;
create trigger connections_listen after insert on connections for each row
  when (new.kind = 'slack') execute function listen_by_connection();

-- Sites that have loaded an agent's widget: a row is written once an hour at most.
create table widget_sightings (
  workspace_id text not null references workspaces,
  agent_id text not null references agents on delete cascade,
  origin text not null,
  first_seen_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  primary key (agent_id, origin)
);
create index widget_sightings_list on widget_sightings (agent_id, seen_at desc);
