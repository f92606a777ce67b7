-- What an owner's server signs the names of its visitors with. Two slots, so that one can be replaced while the other still counts.
create table identity_secrets (
  id text primary key,
  workspace_id text not null references workspaces,
  agent_id text not null references agents,
  slot smallint not null check (slot in (1, 2)),
  -- Sealed with the data key of the workspace.
  value text not null,
  last4 text not null,
  created_at timestamptz not null default now(),
  unique (agent_id, slot)
);

-- Who a visitor is, as the newest token said: a `sub` is given once and never changes, the rest ends at `verified_until`.
alter table visitors
  add column sub text,
  add column attributes jsonb,
  add column issued_at timestamptz,
  add column verified_until timestamptz;
create unique index visitors_of_sub on visitors (workspace_id, agent_id, sub) where sub is not null;
create index visitors_with_attributes on visitors (verified_until) where attributes is not null;

-- Each device proves for itself. Null: the session of somebody unknown.
alter table visitor_sessions add column verified_until timestamptz;

create index leads_of_visitor on leads (visitor_id, id desc);
