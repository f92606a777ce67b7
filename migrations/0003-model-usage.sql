-- What models cost. Null: no limit.
alter table workspaces
  add column daily_cost_micros bigint,
  add column daily_tokens bigint;

-- What each model used for a turn. A table of its own, and not columns of `turns`: it is written in batches, which
-- would wait for the leases of those rows and they for it.
create table turn_usage (
  turn_id text not null references turns on delete cascade,
  model text not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  cost_micros bigint not null,
  primary key (turn_id, model)
);

-- Millionths of a USD. `day` is in UTC.
create table model_usage (
  workspace_id text not null references workspaces,
  day date not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  cost_micros bigint not null,
  primary key (workspace_id, day)
);
