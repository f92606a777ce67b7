-- What the first page looks for among many: what waits for people, and what failed.
create index conversations_muted on conversations (workspace_id, last_at desc) where auto_reply = 'muted' and last_seq > 0;
create index calls_failed on calls (workspace_id, created_at desc) where state in ('failed', 'unknown');
