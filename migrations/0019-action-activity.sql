-- What an action did lately, for the list of actions and its calls tab.
create index calls_of_action on calls (action_id, id desc);
create index entries_of_action on entries (action_id, created_at) where card is not null;
