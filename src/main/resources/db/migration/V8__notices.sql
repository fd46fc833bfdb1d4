-- What a person is told. At most one unread notice of a statement per person and month; never an amount.
create table notices (
  id                  bigint primary key,
  person_id           bigint not null references persons (id),
  kind                varchar(20) not null,           -- STATEMENT, DEAL, TARGET, PLAN, IMPORT, SECURITY
  sentence            varchar(40) not null,           -- which sentence says it
  args                ${longtext} not null,       -- JSON array of texts for the sentence
  subject             varchar(120) not null,          -- what it is about: a month, a plan, an import
  origin              varchar(120) not null,          -- what caused it; the same cause makes no second notice
  pieces              integer not null,               -- how many deals or targets it stands for
  actor               varchar(200),                   -- who did it; null for the product itself
  noticed_at          timestamp(6) not null,
  read_at             timestamp(6),
  mail_state          varchar(10) not null,           -- NONE, WAITING, CLAIMED, SENT, FAILED
  mail_after          timestamp(6) not null,          -- not before; while CLAIMED, when others may take it over
  mail_claim          bigint,
  mail_tries          integer not null,
  unique (person_id, kind, origin)
);
create index notices_of_person on notices (person_id, noticed_at);
create index notices_to_mail on notices (mail_state, mail_after);
create index notices_by_time on notices (noticed_at);

-- How far the ledger of each payee has been told.
create table noticed_statements (
  person_id           bigint primary key references persons (id),
  last_seq            bigint not null
);
insert into noticed_statements (person_id, last_seq) select person_id, last_seq from ledger_chains;
insert into turns (name, taken) values ('notices', 0);

-- Without a row, what the product proposes.
create table notice_choices (
  person_id           bigint not null references persons (id),
  kind                varchar(20) not null,
  bell                boolean not null,
  mail                varchar(10) not null,           -- OFF, DIGEST, AT_ONCE
  primary key (person_id, kind)
);
create table notice_quiet (
  person_id           bigint primary key references persons (id),
  from_minute         integer not null,               -- of the day; the same as to_minute: no quiet hours
  to_minute           integer not null,
  weekends            boolean not null,
  holidays            boolean not null
);

-- The jobs of db-scheduler: one row per job, taken by one node at a time.
create table scheduled_tasks (
  task_name            varchar(100) not null,
  task_instance        varchar(100) not null,
  task_data            ${bytes},
  execution_time       ${instant} not null,
  picked               boolean not null,
  picked_by            varchar(50),
  last_success         ${instant},
  last_failure         ${instant},
  consecutive_failures integer,
  last_heartbeat       ${instant},
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_alive on scheduled_tasks (last_heartbeat);
