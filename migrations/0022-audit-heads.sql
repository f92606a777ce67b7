-- Where the audit log of a workspace ends: rows cut off its end are missed by it, and no row after them tells.
create table audit_heads (
  workspace_id text primary key references workspaces,
  seq bigint not null,
  -- Of the last row; empty: there is none yet.
  hash text not null,
  -- The first row that was written under a seal.
  sealed_from bigint not null,
  -- Over all of the above, by a key that is not in the database.
  seal text not null
);
create trigger audit_heads_stay before delete or truncate on audit_heads
  for each statement execute function refuse_audit_change();
