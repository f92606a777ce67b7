-- When an action is offered, how often, and how it comes to an end.

alter table actions
  add column availability jsonb not null
    default '{"pages": [], "languages": [], "hours": null, "identifiedOnly": false}';
create index actions_of_workspace on actions (workspace_id);
create index actions_archived on actions (archived_at) where archived_at is not null;

-- What was shown, left and done keeps the id of its action, also when that is deleted for good.
alter table entries drop constraint entries_action_id_fkey;
alter table calls drop constraint calls_action_id_fkey;
alter table leads drop constraint leads_action_id_fkey;
-- Cards that wait for a visitor, for when their action is archived.
create index entries_open_cards on entries (action_id, conversation_id) where card ->> 'state' in ('offered', 'opened');

-- Not every use is a call: one that only shows something counts in its conversation.
alter table call_limits
  alter column call_id drop not null,
  add column action_id text,
  add column conversation_id text references conversations on delete cascade;
create index call_limits_of_action on call_limits (action_id);
create index call_limits_of_conversation on call_limits (conversation_id) where conversation_id is not null;
create index calls_proposed on calls (action_id) where state = 'proposed';
