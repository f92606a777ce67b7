-- The workspace of whoever runs this installation: the one that was set up with the code of the first start.
alter table workspaces add column is_operators boolean not null default false;
create unique index workspaces_operators on workspaces (is_operators) where is_operators;
update workspaces set is_operators = true where id = (select id from workspaces order by created_at, id limit 1);
