-- What the first page looks for among many: what failed.
create index calls_failed on calls (workspace_id, created_at desc) where state in ('failed', 'unknown');
