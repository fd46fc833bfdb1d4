create table targets (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  scope               varchar(20) not null,          -- PERSON, TEAM, ORGANISATION
  person_id           bigint references persons (id),
  team_id             bigint references teams (id),
  kpi                 varchar(60) not null,
  from_day            date not null,
  to_day              date not null,
  amount              numeric(19,4) not null,
  currency            varchar(3),                       -- null for counts
  version             integer not null,
  constraint targets_days check (to_day >= from_day),
  constraint targets_scope check ((scope = 'PERSON' and person_id is not null and team_id is null)
    or (scope = 'TEAM' and team_id is not null and person_id is null)
    or (scope = 'ORGANISATION' and person_id is null and team_id is null))
);
create index targets_of_person on targets (person_id, kpi, from_day);
create index targets_of_team on targets (team_id, kpi, from_day);

-- Derived from sales for exactly the touched persons and days; can be thrown away and rebuilt.
create table daily_totals (
  person_id           bigint not null references persons (id),
  total_day           date not null,
  measure             varchar(30) not null,
  currency            varchar(3) not null,              -- XXX for counts
  amount              numeric(38,10) not null,
  primary key (person_id, total_day, measure, currency)
);
create index daily_totals_by_day on daily_totals (total_day, person_id);

-- One row per recalculation that only one transaction may run at a time, on whatever node; updating it is the lock.
create table turns (
  name              varchar(30) primary key,
  taken             bigint not null
);
insert into turns (name, taken) values ('daily-totals', 0);
