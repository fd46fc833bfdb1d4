-- When records of a kind came in last: every page with numbers asks for it.
create index audit_by_kind_and_action on audit_records (object_kind, action, recorded_at);
create index imports_by_kind on imports (kind, finished_at);
