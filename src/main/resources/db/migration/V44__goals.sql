-- A target is a goal: those that were there are totals by working days, agreed on elsewhere.
alter table targets add column customer_id bigint;
alter table targets add column reading varchar(20) default 'TOTAL' not null;      -- LEVEL, TOTAL, VS_LAST_YEAR, RATIO_POINTS, RATIO_RELATIVE
alter table targets add column direction varchar(10) default 'HIGHER' not null;   -- HIGHER, LOWER: which way is better
alter table targets add column shape varchar(20) default 'WORKING_DAYS' not null; -- LINEAR, COMPOUND, WORKING_DAYS, SEASONAL
alter table targets add column kpi_version integer default 1 not null;            -- of the definition that it was agreed with
alter table targets add column baseline numeric(19,4);                            -- null: nothing to compare with was said
alter table targets add column baseline_from date;
alter table targets add column baseline_to date;
alter table targets add column owner_id bigint;                                   -- null: the person, else nobody
alter table targets add column parent_id bigint;
alter table targets add column status varchar(20) default 'OPEN' not null;        -- OPEN, STOPPED
alter table targets add column note varchar(500);
alter table targets add constraint targets_customer foreign key (customer_id) references customers (id);
alter table targets add constraint targets_owner foreign key (owner_id) references persons (id);
alter table targets add constraint targets_parent foreign key (parent_id) references targets (id);
alter table targets drop constraint targets_scope;
alter table targets add constraint targets_scope check (
  (scope = 'PERSON' and person_id is not null and team_id is null and customer_id is null)
  or (scope = 'TEAM' and team_id is not null and person_id is null and customer_id is null)
  or (scope = 'CUSTOMER' and customer_id is not null and person_id is null and team_id is null)
  or (scope = 'ORGANISATION' and person_id is null and team_id is null and customer_id is null));
alter table targets add constraint targets_baseline check (
  (baseline_from is null and baseline_to is null) or (baseline is not null and baseline_to >= baseline_from));
create index targets_of_customer on targets (customer_id, kpi, from_day);
create index targets_of_owner on targets (owner_id);
create index targets_of_parent on targets (parent_id);

-- What a goal was before each change of it, so that the old curve stays visible.
create table goal_versions (
  id                  bigint primary key,
  target_id           bigint not null references targets (id),
  number              integer not null,                 -- 1 for the first; the present version has no row
  ended_at            timestamp(6) not null,
  ended_by            bigint references persons (id),   -- null: a program, or the product
  reason              varchar(1000),                    -- null: an import, or not said
  kpi                 varchar(60) not null,
  kpi_version         integer not null,
  reading             varchar(20) not null,
  direction           varchar(10) not null,
  shape               varchar(20) not null,
  from_day            date not null,
  to_day              date not null,
  amount              numeric(19,4) not null,
  currency            varchar(3),
  baseline            numeric(19,4),
  baseline_from       date,
  baseline_to         date,
  constraint goal_versions_once unique (target_id, number)
);
create index goal_versions_by on goal_versions (ended_by);

-- Who said what of which version; the last word of everybody counts.
create table goal_answers (
  id                  bigint primary key,
  target_id           bigint not null references targets (id),
  number              integer not null,                 -- of the version
  person_id           bigint not null references persons (id),
  part                varchar(10) not null,             -- OWNER, MANAGER
  answer              varchar(10) not null,             -- PROPOSED, ACCEPTED, DISCUSSED
  said                varchar(1000),
  given_at            timestamp(6) not null
);
create index goal_answers_of_target on goal_answers (target_id, number);
create index goal_answers_of_person on goal_answers (person_id);
