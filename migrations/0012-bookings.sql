-- Where meetings are booked, when an action does not say it.
alter table workspaces add column event_link text;

-- Meetings that were booked in a conversation, and how sure that is.
create table bookings (
  id text primary key,
  workspace_id text not null references workspaces,
  agent_id text not null references agents,
  action_id text not null references actions,
  conversation_id text not null references conversations on delete cascade,
  visitor_id text not null,
  -- The card: one meeting for each.
  entry_id text not null unique references entries on delete cascade,
  provider text not null,
  -- The provider's name for it, as far as it is known. What a visitor's browser reported proves nothing.
  uid text,
  -- reported: by the browser. Everything else the provider has said, in an answer or a signed webhook.
  state text not null check (state in ('reported', 'requested', 'booked', 'rescheduled', 'cancelled')),
  title text not null,
  starts_at timestamptz,
  ends_at timestamptz,
  time_zone text not null,
  links jsonb not null default '{}',
  -- When the provider said what stands here, by its own clock: an older word changes nothing.
  said_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index bookings_list on bookings (workspace_id, id desc);
create index bookings_of_conversation on bookings (conversation_id);
create index bookings_by_uid on bookings (provider, uid);

