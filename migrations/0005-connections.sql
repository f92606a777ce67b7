-- Third parties that a workspace is connected to: Calendly, Cal.com, MCP servers, …
create table connections (
  id text primary key,
  workspace_id text not null references workspaces,
  kind text not null,
  name text not null,
  -- What may be shown: addresses, ids. Its shape is the kind's.
  settings jsonb not null default '{}',
  -- Keys and tokens, sealed with the data key of the workspace. Null: the kind needs none.
  credentials text,
  -- Raised with the credentials, so that two refreshes cannot both be saved.
  credentials_version integer not null default 0,
  -- Null: for as long as they are not revoked.
  credentials_expire_at timestamptz,
  state text not null check (state in ('connected', 'reconnect', 'failing')),
  -- For people: what is wrong, and what to do about it.
  problem text,
  -- What the third party says of the account: name, e-mail, time zone.
  account jsonb,
  tested_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index connections_list on connections (workspace_id, id desc);
