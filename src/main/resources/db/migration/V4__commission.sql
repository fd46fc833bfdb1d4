create table plans (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  name                varchar(200) not null,
  currency            varchar(3) not null,
  version             integer not null
);

create table plan_versions (
  id                  bigint primary key,
  plan_id             bigint not null references plans (id),
  number              integer not null,
  valid_from          date not null,
  valid_to            date,
  document            ${longtext} not null,
  created_at          timestamp(6) not null,
  created_by          bigint references persons (id),
  unique (plan_id, number),
  constraint plan_versions_days check (valid_to is null or valid_to >= valid_from)
);

create table plan_assignments (
  id                  bigint primary key,
  plan_id             bigint not null references plans (id),
  person_id           bigint references persons (id),
  team_id             bigint references teams (id),
  from_day            date not null,
  to_day              date,
  constraint plan_assignments_days check (to_day is null or to_day >= from_day),
  constraint plan_assignments_who check ((person_id is null and team_id is not null) or (person_id is not null and team_id is null))
);
create index plan_assignments_of_person on plan_assignments (person_id, from_day);
create index plan_assignments_of_team on plan_assignments (team_id, from_day);

-- One hash chain per payee; the row is also the lock that lets one run at a time write for that payee.
create table ledger_chains (
  person_id           bigint primary key references persons (id),
  last_seq            bigint not null,
  last_hash           varchar(64) not null
);

-- Append-only: the application's user may not update or delete here, triggers refuse it where rights cannot.
create table ledger_entries (
  id                  bigint primary key,
  person_id           bigint not null references persons (id),
  seq                 bigint not null,
  posted_month        varchar(7) not null,              -- the statement it stands on
  earned_month        varchar(7) not null,              -- the month it is about
  plan_name           varchar(200) not null,
  plan_version        integer not null,
  component           varchar(100) not null,
  deal                varchar(140),
  line_key            varchar(400) not null,
  base                numeric(38,18) not null,
  rate                numeric(38,18) not null,
  line_amount         numeric(38,18) not null,       -- what the line is now
  delta               numeric(38,18) not null,       -- what this entry adds to what was posted before
  currency            varchar(3) not null,
  change_kind         varchar(10) not null,             -- NEW, CHANGED, EXPLAINED, GONE
  reason              ${longtext} not null,
  reason_print        bigint not null,                  -- fingerprint of the reason, to see whether it changed
  cause               varchar(300) not null,
  recorded_at         timestamp(6) not null,
  prev_hash           varchar(64) not null,
  hash                varchar(64) not null,
  unique (person_id, seq)
);
create index ledger_entries_of_statement on ledger_entries (person_id, posted_month, line_key);
create index ledger_entries_of_earned on ledger_entries (person_id, earned_month);
