-- Behind whom the product acted when it acted in its own name: pay that follows a sale, a job that somebody started.
alter table audit_records add column behind varchar(200);

-- The trail is read newest first, a page after the other, by whom, by what was done, by what it was done to.
create index audit_by_actor on audit_records (actor_id, recorded_at, id);
create index audit_by_action on audit_records (action, recorded_at, id);
create index audit_by_kind on audit_records (object_kind, recorded_at, id);
drop index audit_by_object;
create index audit_by_object on audit_records (object_ref, object_kind, recorded_at, id);

-- What became of the mail of a notice: when it was tried last, and what stood in the way.
alter table notices add column mailed_at timestamp(6);
alter table notices add column mail_fault varchar(20);
create index notices_by_mailing on notices (mail_state, mailed_at);

-- How an organisation words a KPI in a language; without a row, as the product words it.
create table metric_texts (
  id                  bigint primary key,
  metric              varchar(40) not null,
  language            varchar(10) not null,
  name                varchar(60) not null,
  explanation         varchar(1000) not null,
  unique (metric, language)
);
