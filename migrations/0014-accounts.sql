-- People and how they get in. The first four tables are better-auth's, under our names.
create table users (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table user_sessions (
  id text primary key,
  user_id text not null references users on delete cascade,
  -- Worth nothing by itself: the cookie carries it with a signature of the server's secret.
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  -- Where they are now; null: their first.
  workspace_id text references workspaces on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_sessions_of_user on user_sessions (user_id);
create index user_sessions_expired on user_sessions (expires_at);

create table user_credentials (
  id text primary key,
  user_id text not null references users on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index user_credentials_of_user on user_credentials (user_id);

create table user_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_verifications_by_identifier on user_verifications (identifier);
create index user_verifications_expired on user_verifications (expires_at);

create table members (
  workspace_id text not null references workspaces,
  user_id text not null references users on delete cascade,
  role text not null check (role in ('viewer', 'member', 'admin', 'owner')),
  created_at timestamptz not null default now(),
  primary key (workspace_id, user_id)
);
create index members_by_user on members (user_id, created_at);

create table invitations (
  id text primary key,
  workspace_id text not null references workspaces,
  email text not null,
  role text not null check (role in ('viewer', 'member', 'admin', 'owner')),
  token_hash bytea not null unique,
  invited_by text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  -- The newest link is the one that works.
  unique (workspace_id, email)
);

create table api_keys (
  id text primary key,
  workspace_id text not null references workspaces,
  name text not null,
  key_hash bytea not null unique,
  last4 text not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_of_workspace on api_keys (workspace_id, id desc);

create table audit_log (
  workspace_id text not null references workspaces,
  seq bigint not null,
  at timestamptz not null default now(),
  actor_type text not null check (actor_type in ('person', 'key', 'system')),
  actor_id text,
  actor_name text not null,
  ip text,
  action text not null,
  summary text not null,
  target text,
  change jsonb,
  -- Of this row and the hash before it: a row that is changed or missing is seen.
  hash text not null,
  primary key (workspace_id, seq)
);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log only grows';
end $$;
create trigger audit_log_only_grows before update or delete or truncate on audit_log
  for each statement execute function refuse_audit_change();
