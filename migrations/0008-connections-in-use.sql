alter table connections
  -- A renewal of the tokens was begun, and what came of it was not saved. Left by a process that died, it says so.
  add column renewal_started_at timestamptz,
  -- What the third party signs with when it tells of bookings, sealed.
  add column hook_key text;
create index connections_renewals on connections (renewal_started_at) where renewal_started_at is not null;

-- What an action is connected by.
create index actions_connection on actions (workspace_id, (settings ->> 'connectionId'))
  where settings ->> 'connectionId' is not null;

-- Somebody is on the way to a third party, to permit what their workspace wants. Taken once.
create table oauth_states (
  hash bytea primary key,
  workspace_id text not null references workspaces,
  connection_id text not null references connections on delete cascade,
  actor text not null,
  -- Of the proof of possession (PKCE), sealed.
  verifier text not null,
  redirect_uri text not null,
  expires_at timestamptz not null
);
create index oauth_states_expired on oauth_states (expires_at);
create index oauth_states_connection on oauth_states (connection_id);

-- What third parties told of bookings: each thing once, however often they say it.
create table booking_reports (
  connection_id text not null references connections on delete cascade,
  key text not null,
  workspace_id text not null references workspaces,
  report jsonb not null,
  -- Null: who follows was not told yet.
  told_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (connection_id, key)
);
create index booking_reports_untold on booking_reports (created_at) where told_at is null;
create index booking_reports_old on booking_reports (created_at);
