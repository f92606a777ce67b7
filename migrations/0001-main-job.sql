-- Ids are opaque text made by the server; every table carries its workspace, and every query asks for it.

create table workspaces (
  id text primary key,
  name text not null,
  created_at timestamptz not null default now()
);

create table agents (
  id text primary key,
  workspace_id text not null references workspaces,
  name text not null,
  instructions text not null,
  greeting text not null,
  tone text not null,
  language text not null,
  model jsonb not null,
  allowed_origins jsonb not null,
  widget jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
create index agents_list on agents (workspace_id, id desc) where deleted_at is null;

create table actions (
  id text primary key,
  workspace_id text not null references workspaces,
  agent_id text not null references agents,
  kind text not null,
  name text not null,
  enabled boolean not null,
  guidance jsonb not null,
  settings jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz
);
create index actions_list on actions (agent_id, id desc);

create table knowledge_sources (
  id text primary key,
  workspace_id text not null references workspaces,
  agent_id text not null references agents,
  type text not null,
  title text not null,
  url text,
  created_at timestamptz not null default now()
);
create index knowledge_sources_list on knowledge_sources (workspace_id, id desc);

-- One search column for all languages: stems of the three we speak, and the words as they stand.
create table snippets (
  id text primary key,
  workspace_id text not null references workspaces,
  agent_id text not null references agents,
  source_id text not null references knowledge_sources on delete cascade,
  position integer not null,
  question text,
  text text not null,
  url text,
  search tsvector not null generated always as (
    setweight(
      to_tsvector('simple', coalesce(question, '')) || to_tsvector('english', coalesce(question, ''))
      || to_tsvector('german', coalesce(question, '')) || to_tsvector('arabic', coalesce(question, '')), 'A')
    || setweight(
      to_tsvector('simple', text) || to_tsvector('english', text)
      || to_tsvector('german', text) || to_tsvector('arabic', text), 'B')
  ) stored
);
create index snippets_search on snippets using gin (search);
create index snippets_of_agent on snippets (agent_id, source_id, position);
create index snippets_of_source on snippets (source_id);

create table visitors (
  id text primary key,
  workspace_id text not null references workspaces,
  agent_id text not null references agents,
  created_at timestamptz not null default now()
);

create table visitor_sessions (
  token_hash bytea primary key,
  workspace_id text not null references workspaces,
  agent_id text not null references agents,
  visitor_id text not null references visitors on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index visitor_sessions_expiry on visitor_sessions (expires_at);
create index visitor_sessions_of_visitor on visitor_sessions (visitor_id);

-- `last_seq`, `last_cursor` and `fence` are raised under this row's lock, by the statement that writes the entry.
create table conversations (
  id text primary key,
  workspace_id text not null references workspaces,
  agent_id text not null references agents,
  visitor_id text not null references visitors on delete cascade,
  last_seq integer not null default 0,
  last_cursor integer not null default 0,
  fence integer not null default 0,
  auto_reply text not null default 'on' check (auto_reply in ('on', 'muted')),
  muted_until timestamptz,
  -- What stands up to here when the agent is turned on again was the team's to answer.
  handed_back_seq integer not null default 0,
  mute_reason text,
  summary text,
  page jsonb,
  last_text text,
  last_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);
-- A session that never wrote is no conversation to anyone.
create index conversations_list on conversations (workspace_id, last_at desc, id desc) where last_seq > 0;
create index conversations_of_visitor on conversations (visitor_id, created_at desc);

create table turns (
  id text primary key,
  workspace_id text not null references workspaces,
  conversation_id text not null references conversations on delete cascade,
  fence integer not null,
  state text not null check (state in ('running', 'done', 'failed', 'superseded', 'cancelled')),
  owner text not null,
  lease_until timestamptz not null,
  attempt integer not null default 1,
  error text,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index turns_running on turns (lease_until) where state = 'running';
create index turns_running_of_conversation on turns (conversation_id) where state = 'running';
create index turns_of_conversation on turns (conversation_id);

create table entries (
  id text primary key,
  workspace_id text not null references workspaces,
  conversation_id text not null references conversations on delete cascade,
  seq integer not null,
  cursor integer not null,
  author_type text not null check (author_type in ('visitor', 'agent', 'teammate', 'system')),
  author_name text not null,
  text text,
  card jsonb,
  action_id text references actions,
  citations jsonb,
  client_id text,
  turn_id text references turns on delete cascade,
  created_at timestamptz not null default now(),
  unique (conversation_id, seq),
  unique (conversation_id, cursor),
  unique (conversation_id, author_type, client_id)
);
create index entries_with_card on entries (conversation_id, seq) where card is not null;
create index entries_of_turn on entries (turn_id) where turn_id is not null;

create table leads (
  id text primary key,
  workspace_id text not null references workspaces,
  agent_id text not null references agents,
  action_id text not null references actions,
  conversation_id text not null references conversations on delete cascade,
  visitor_id text not null references visitors on delete cascade,
  entry_id text not null unique references entries on delete cascade,
  values jsonb not null,
  consent text not null,
  created_at timestamptz not null default now()
);
create index leads_list on leads (workspace_id, id desc);
create index leads_of_conversation on leads (conversation_id);

create table idempotency_keys (
  scope text not null,
  key text not null,
  request text not null,
  status integer,
  body text,
  created_at timestamptz not null default now(),
  primary key (scope, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
