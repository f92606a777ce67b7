-- How many days things are kept; see docs/guide/backup.md.
alter table workspaces
  add column conversation_days integer not null default 365 check (conversation_days between 1 and 3650),
  add column call_payload_days integer not null default 30 check (call_payload_days between 1 and 3650),
  add column webhook_body_days integer not null default 7 check (webhook_body_days between 1 and 30);

-- What was sent and answered is still there.
alter table calls add column has_payload boolean not null default true;
create index calls_with_payload on calls (workspace_id, ended_at) where has_payload and ended_at is not null;
create index calls_of_visitor on calls (visitor_id) where visitor_id is not null;
create index conversations_age on conversations (workspace_id, last_at);
create index visitors_age on visitors (workspace_id, created_at);
create index webhook_deliveries_kept on webhook_deliveries (workspace_id, happened_at)
  where data is not null and state <> 'pending';

-- What a clean-up removed, as a proof that it did.
create table purges (
  id text primary key,
  workspace_id text not null references workspaces,
  ended_at timestamptz not null default now(),
  conversations integer not null,
  visitors integer not null,
  call_payloads integer not null,
  webhook_bodies integer not null
);
create index purges_list on purges (workspace_id, id desc);

-- Whose data was erased, by nothing but the name of a row that is no more: a backup that still has it loses it again when it is
-- restored. The same stands in a file beside the backups.
create table erasures (
  workspace_id text not null,
  kind text not null check (kind in ('visitor', 'lead', 'call')),
  id text not null,
  erased_at timestamptz not null default now(),
  primary key (kind, id)
);

-- Backups of this installation, whichever process made them. Not part of a backup.
create table backups (
  id text primary key,
  file text not null,
  state text not null check (state in ('running', 'done', 'failed')),
  bytes bigint,
  rows bigint,
  problem text,
  started_at timestamptz not null default now(),
  ended_at timestamptz
);
create index backups_newest on backups (started_at desc);
