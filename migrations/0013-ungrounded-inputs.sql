-- Values that a model proposed and that no source supports, counted: the second time the visitor gets a form.
create table ungrounded_inputs (
  conversation_id text not null references conversations on delete cascade,
  action_id text not null references actions on delete cascade,
  name text not null,
  times integer not null default 1,
  primary key (conversation_id, action_id, name)
);
