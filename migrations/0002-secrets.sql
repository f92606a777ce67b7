-- The key-check row: the master key that new data keys are wrapped with. A Bellhop that does not have it does not start.
create table master_key (
  singleton boolean primary key default true check (singleton),
  kid text not null
);

-- One key per workspace, wrapped with the master key `kid`. A rotation wraps these anew and leaves the values alone.
create table data_keys (
  id text primary key,
  workspace_id text not null unique references workspaces,
  kid text not null,
  wrapped text not null,
  created_at timestamptz not null default now()
);

create table secrets (
  workspace_id text not null references workspaces,
  name text not null,
  -- The only hosts that the value may be sent to.
  hosts jsonb not null,
  -- Sealed with the data key of the workspace.
  value text not null,
  -- For people to tell values apart; empty where it would give away too much.
  last4 text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, name)
);
