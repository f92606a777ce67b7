-- Why an action was disabled by Bellhop itself, for people. Null: it was not.
alter table actions add column problem text;
