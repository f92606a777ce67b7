-- The ledger: every use of an action that reaches the outside world, or changes something that people rely on, is a row here
-- before it happens.

alter table actions
  add column version integer not null default 1,
  -- Null: what the kind does by default.
  add column confirm boolean,
  add column use_limit jsonb;

create table calls (
  id text primary key,
  workspace_id text not null references workspaces,
  agent_id text not null references agents,
  action_id text not null references actions,
  action_name text not null,
  action_version integer not null,
  kind text not null,
  -- Null: a test by the owner.
  conversation_id text references conversations on delete cascade,
  visitor_id text,
  turn_id text,
  effect text not null check (effect in ('read', 'write')),
  -- Sent again with the same key it has the same effect once.
  repeatable boolean not null,
  max_attempts integer not null,
  state text not null check (state in ('proposed', 'confirmed', 'sent', 'done', 'failed', 'unknown')),
  -- Same conversation, version, values and offering: the same call. Sent as Idempotency-Key.
  key text not null unique,
  -- Name → { value, source }.
  inputs jsonb not null,
  -- The place in the conversation that it stands after.
  after_seq integer not null default 0,
  -- An answer that speaks of its outcome is in the conversation.
  told boolean not null default false,
  -- The card that asks the visitor to confirm, and the hash of what it shows.
  entry_id text unique,
  hash text,
  expires_at timestamptz,
  request jsonb,
  response jsonb,
  result jsonb,
  card jsonb,
  error text,
  attempts jsonb not null default '[]',
  owner text,
  lease_until timestamptz,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  sent_at timestamptz,
  ended_at timestamptz
);
create index calls_list on calls (workspace_id, id desc);
create index calls_of_conversation on calls (conversation_id, id);
create index calls_open on calls (state, created_at) where state in ('proposed', 'confirmed', 'sent');

-- A use that its limit allows, for as long as it counts. The key is the limit.
create table call_limits (
  key text primary key,
  workspace_id text not null references workspaces,
  call_id text not null references calls on delete cascade,
  until timestamptz not null
);
create index call_limits_of_call on call_limits (call_id);
create index call_limits_age on call_limits (until);
