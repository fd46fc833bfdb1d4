-- In which request something was done, and from which network; both null where no request was the cause.
alter table audit_records add column request_id varchar(40);  -- as the log and a failure name it
alter table audit_records add column network varchar(40);     -- the address without its last part, never the whole
create index audit_by_request on audit_records (request_id, recorded_at, id);
