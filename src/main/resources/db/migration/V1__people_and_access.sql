-- One sequence for every id: blocks of 100 are handed to Hibernate and to bulk writers alike.
create sequence ids start with 1000 increment by 100;

create table organisation (
  id                bigint primary key,
  name              varchar(200) not null,
  currency          varchar(3),                 -- null until it is set or the first money arrives
  country           varchar(2) not null,
  version           integer not null
);
insert into organisation (id, name, currency, country, version) values (1, 'Koploper', null, 'BE', 0);

create table persons (
  id                bigint primary key,
  external_id       varchar(100) not null unique,
  name              varchar(200) not null,
  email             varchar(320),
  country           varchar(2),                 -- null: the organisation's
  version           integer not null
);
create index persons_by_name on persons (name);

create table employments (
  id                bigint primary key,
  person_id         bigint not null references persons (id),
  from_day          date not null,
  to_day            date,
  part_time_factor  numeric(5,4) not null,
  constraint employments_days check (to_day is null or to_day >= from_day),
  constraint employments_factor check (part_time_factor > 0 and part_time_factor <= 1)
);
create index employments_of_person on employments (person_id, from_day);

create table teams (
  id                bigint primary key,
  external_id       varchar(100) not null unique,
  name              varchar(200) not null,
  parent_id         bigint references teams (id),
  version           integer not null
);
create index teams_below on teams (parent_id);

create table memberships (
  id                bigint primary key,
  person_id         bigint not null references persons (id),
  team_id           bigint not null references teams (id),
  from_day          date not null,
  to_day            date,
  constraint memberships_days check (to_day is null or to_day >= from_day)
);
create index memberships_of_person on memberships (person_id, from_day);
create index memberships_of_team on memberships (team_id, from_day);

create table reporting_lines (
  id                bigint primary key,
  person_id         bigint not null references persons (id),
  manager_id        bigint not null references persons (id),
  from_day          date not null,
  to_day            date,
  constraint reporting_lines_days check (to_day is null or to_day >= from_day),
  constraint reporting_lines_self check (person_id <> manager_id)
);
create index reporting_lines_of_person on reporting_lines (person_id, from_day);
create index reporting_lines_of_manager on reporting_lines (manager_id, from_day);

-- Derived from reporting_lines, rebuilt whenever they change: everybody above a person, on whatever level, by day.
create table managers_above (
  person_id         bigint not null references persons (id),
  manager_id        bigint not null references persons (id),
  from_day          date not null,
  to_day            date not null,
  primary key (person_id, manager_id, from_day)
);
create index managers_above_by_manager on managers_above (manager_id, person_id);

create table absences (
  id                bigint primary key,
  external_id       varchar(100) not null unique,
  person_id         bigint not null references persons (id),
  from_day          date not null,
  to_day            date not null,
  kind              varchar(30) not null,
  version           integer not null,
  constraint absences_days check (to_day >= from_day)
);
create index absences_of_person on absences (person_id, from_day);

create table accounts (
  person_id         bigint primary key references persons (id),
  username          varchar(320) not null unique,   -- always lower case
  password_hash     varchar(200) not null,
  must_change       boolean not null,
  enabled           boolean not null,
  language_tag      varchar(10),
  colour_scheme     varchar(10),
  version           integer not null
);

create table account_roles (
  person_id         bigint not null references accounts (person_id),
  role              varchar(20) not null,
  primary key (person_id, role)
);

create table api_tokens (
  id                bigint primary key,
  name              varchar(100) not null,
  token_hash        varchar(64) not null unique,    -- SHA-256 of a random token, hex
  scopes            varchar(400) not null,
  person_id         bigint references persons (id), -- null: it acts for the organisation
  created_at        timestamp(6) not null,
  created_by        bigint references persons (id),
  revoked_at        timestamp(6)
);

create table idempotency_keys (
  caller            varchar(80) not null,
  idempotency_key   varchar(200) not null,
  request_hash      varchar(64) not null,
  status            integer,                        -- null while the first request is under way
  location          varchar(300),
  body              ${longtext},
  created_at        timestamp(6) not null,
  primary key (caller, idempotency_key)
);

create table audit_records (
  id                bigint primary key,
  recorded_at       timestamp(6) not null,
  actor_id          bigint,                         -- null: the system itself
  actor             varchar(200) not null,
  action            varchar(80) not null,           -- key of the sentence in words
  object_kind       varchar(40) not null,
  object_ref        varchar(120) not null,
  object_name       varchar(300) not null,
  before_state      ${longtext},
  after_state       ${longtext},
  reason            varchar(1000)
);
create index audit_by_time on audit_records (recorded_at, id);
create index audit_by_object on audit_records (object_kind, object_ref);

-- Spring Modulith's registry: an event whose listener did not finish is delivered again.
create table event_publication (
  id                     uuid not null primary key,
  completion_date        ${instant},
  event_type             varchar(512) not null,
  listener_id            varchar(512) not null,
  publication_date       ${instant} not null,
  serialized_event       varchar(4000) not null,
  status                 varchar(20),
  completion_attempts    integer,
  last_resubmission_date ${instant}
);
create index event_publication_by_listener on event_publication (listener_id, serialized_event);
create index event_publication_by_completion on event_publication (completion_date);
