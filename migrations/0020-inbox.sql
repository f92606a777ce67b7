-- What a team needs to work through conversations: who waits, whose they are, which are done, and a search in all of them.

alter table conversations
  -- Since when a visitor waits for a person. Null: nobody does.
  add column waiting_since timestamptz,
  add column closed_at timestamptz,
  add column assignee_id text references users on delete set null,
  add column muted_at timestamptz,
  -- The name of who muted it; null: the agent did.
  add column muted_by text;

-- What was said to people before counts as waiting since then.
update conversations set waiting_since = last_at, muted_at = last_at
where auto_reply = 'muted' and last_seq > 0
  and (select author_type from entries where conversation_id = conversations.id order by seq desc limit 1) <> 'teammate';

create index conversations_waiting on conversations (workspace_id, last_at desc, id desc)
  where waiting_since is not null and closed_at is null;
create index conversations_closed on conversations (workspace_id, last_at desc, id desc) where closed_at is not null;
create index conversations_muted on conversations (workspace_id, last_at desc, id desc) where auto_reply = 'muted';
create index conversations_assigned on conversations (workspace_id, assignee_id, last_at desc, id desc)
  where assignee_id is not null;

-- Only for the team. A table of their own, so that no way to a visitor can ever read them by mistake.
create table conversation_notes (
  id text primary key,
  workspace_id text not null references workspaces,
  conversation_id text not null references conversations on delete cascade,
  author_name text not null,
  text text not null,
  client_id text not null,
  created_at timestamptz not null default now(),
  unique (conversation_id, client_id)
);
create index conversation_notes_list on conversation_notes (conversation_id, id desc);

-- Words as they stand: names, numbers of orders and addresses have no stems, and a language need not be known.
create index entries_words on entries using gin (to_tsvector('simple', text)) where text is not null;
create index leads_words on leads using gin (
  to_tsvector('simple', coalesce(values ->> 'name', '') || ' ' || coalesce(values ->> 'email', '')));

-- Images of conversations, as this server has made them anew. In the database, so that they are backed up, restored and erased with
-- what they belong to, in one transaction and without a second place to keep in step.
create table files (
  id text primary key,
  workspace_id text not null references workspaces,
  conversation_id text not null references conversations on delete cascade,
  type text not null,
  width integer not null,
  height integer not null,
  bytes bytea not null,
  -- Null: sent up, and not sent with a message yet.
  attached_at timestamptz,
  created_at timestamptz not null default now()
);
-- It is compressed already.
alter table files alter column bytes set storage external;
create index files_of_conversation on files (conversation_id);
create index files_unused on files (created_at) where attached_at is null;

alter table entries add column attachments jsonb;
