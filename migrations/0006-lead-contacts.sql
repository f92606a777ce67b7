-- Leads of one person are told as one; each submission stays a row of its own, so that erasing a visitor takes what was theirs
-- and leaves the rest.
alter table leads
  add column state text not null default 'complete' check (state in ('partial', 'complete')),
  -- By whom two leads are of one person: their e-mail address, else their phone number. Null: nobody knows, or not sent yet.
  add column contact_key text,
  add column consent_version integer;
create index leads_of_contact on leads (workspace_id, contact_key, id) where contact_key is not null;

-- Every wording that visitors of a form agreed to, in the order in which they came.
create table consents (
  workspace_id text not null references workspaces,
  action_id text not null,
  version integer not null,
  wording text not null,
  created_at timestamptz not null default now(),
  primary key (action_id, version)
);
create unique index consents_wording on consents (action_id, md5(wording));
