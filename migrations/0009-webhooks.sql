-- Processes that run durable work, each with its last sign of life. Whoever finds one silent takes its work over.
create table engine_processes (
  id text primary key,
  beat_at timestamptz not null default now()
);

create table webhooks (
  id text primary key,
  workspace_id text not null references workspaces,
  url text not null,
  events text[] not null,
  enabled boolean not null default true,
  -- For people: why it was turned off. Null: it is on, or they turned it off themselves.
  disabled_reason text,
  -- Sealed with the data key of the workspace, as is the one that it has taken the place of and that still signs beside it.
  secret text not null,
  old_secret text,
  old_secret_until timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index webhooks_list on webhooks (workspace_id, id desc);

-- One event for one webhook. Written in the transaction of what happened, so that it is told exactly when it is true.
create table webhook_deliveries (
  id text primary key,
  workspace_id text not null references workspaces,
  webhook_id text not null references webhooks on delete cascade,
  -- Says what happened, to what: the same event is never recorded twice.
  event_id text not null,
  type text not null,
  -- What it tells of. Erased with it, told or not.
  conversation_id text references conversations on delete cascade,
  -- Null: no longer kept.
  data jsonb,
  happened_at timestamptz not null default now(),
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed', 'disabled')),
  -- The attempt that is due or under way; with the id of the delivery it is the id of the attempt.
  attempt integer not null default 1,
  -- Attempts since it was last asked for: how long the next pause is.
  tries integer not null default 0,
  next_attempt_at timestamptz default now(),
  -- When the attempt that is under way was begun, which happens once for each.
  begun_at timestamptz,
  attempts jsonb not null default '[]',
  ended_at timestamptz,
  unique (webhook_id, event_id)
);
create index webhook_deliveries_list on webhook_deliveries (webhook_id, id desc);
create index webhook_deliveries_due on webhook_deliveries (webhook_id, next_attempt_at) where state = 'pending' and begun_at is null;
create index webhook_deliveries_begun on webhook_deliveries (begun_at) where state = 'pending' and begun_at is not null;
create index webhook_deliveries_age on webhook_deliveries (happened_at);
create index webhook_deliveries_of_conversation on webhook_deliveries (conversation_id) where conversation_id is not null;

-- Records an event for every webhook that asked for it; where none did, nothing. Ids sort by time.
create function record_event(workspace text, event_type text, event text, conversation text, body jsonb)
returns void language sql as $$
  insert into webhook_deliveries (id, workspace_id, webhook_id, event_id, type, conversation_id, data)
  select lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
      || replace(gen_random_uuid()::text, '-', ''),
    workspace, webhooks.id, event, event_type, conversation, body
  from webhooks
  where webhooks.workspace_id = workspace and webhooks.enabled and webhooks.events @> array[event_type]
  on conflict (webhook_id, event_id) do nothing
$$;

-- What happens in conversations is recorded by the database itself, in the very statement that writes it: no statement more
-- for a message, and none that could be forgotten. See docs/decisions/016.

create function record_message() returns trigger language plpgsql as $$
begin
  if not exists (select from webhooks where workspace_id = new.workspace_id and enabled) then return null; end if;
  if new.seq = 1 then
    perform record_event(new.workspace_id, 'conversation.created', 'conversation_' || new.conversation_id,
      new.conversation_id, (
        select jsonb_build_object('conversationId', id, 'agentId', agent_id, 'visitorId', visitor_id, 'page', page)
        from conversations where id = new.conversation_id));
  end if;
  if new.text is not null then
    perform record_event(new.workspace_id, 'message.created', 'message_' || new.id, new.conversation_id, (
      select jsonb_build_object('messageId', new.id, 'conversationId', id, 'agentId', agent_id, 'visitorId', visitor_id,
        'author', new.author_type, 'authorName', new.author_name, 'text', new.text, 'seq', new.seq)
      from conversations where id = new.conversation_id));
  end if;
  return null;
end $$;
create trigger entries_record_message after insert on entries for each row
  when (new.text is not null or new.seq = 1) execute function record_message();

create function record_mute() returns trigger language plpgsql as $$
begin
  perform record_event(new.workspace_id,
    case new.auto_reply when 'muted' then 'conversation.muted' else 'conversation.unmuted' end,
    case new.auto_reply when 'muted' then 'muted_' else 'unmuted_' end || new.id || '_' || new.fence,
    new.id,
    jsonb_build_object('conversationId', new.id, 'agentId', new.agent_id, 'visitorId', new.visitor_id)
      || case new.auto_reply when 'muted'
        then jsonb_build_object('reason', new.mute_reason, 'summary', new.summary, 'until', new.muted_until)
        else '{}' end);
  return null;
end $$;
create trigger conversations_record_mute after update of auto_reply on conversations for each row
  when (old.auto_reply is distinct from new.auto_reply) execute function record_mute();

-- Of calls that were sent. One that a visitor declined has not failed, and a test by the owner is seen by the owner.
create function record_failed_call() returns trigger language plpgsql as $$
begin
  perform record_event(new.workspace_id, 'call.failed', 'call_' || new.id, new.conversation_id,
    jsonb_build_object('callId', new.id, 'state', new.state, 'error', new.error, 'actionId', new.action_id,
      'actionName', new.action_name, 'agentId', new.agent_id, 'conversationId', new.conversation_id,
      'visitorId', new.visitor_id));
  return null;
end $$;
create trigger calls_record_failure after update of state on calls for each row
  when (old.state = 'sent' and new.state in ('failed', 'unknown') and new.conversation_id is not null)
  execute function record_failed_call();
