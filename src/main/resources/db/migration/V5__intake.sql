create table imports (
  id                  bigint primary key,
  kind                varchar(40) not null,
  file_name           varchar(300) not null,
  file_hash           varchar(64) not null,
  mapping             ${longtext} not null,       -- JSON, complete: also what was proposed and not changed
  header              ${longtext} not null,       -- JSON array: the file's own column names
  state               varchar(20) not null,          -- RUNNING, DONE, FAILED
  reason              varchar(60),                   -- code, when FAILED
  committed           boolean not null,
  new_rows            integer not null,
  changed_rows        integer not null,
  unchanged_rows      integer not null,
  rejected_rows       integer not null,
  started_at          timestamp(6) not null,
  finished_at         timestamp(6),
  started_by          bigint references persons (id),
  started_by_name     varchar(200) not null
);
create index imports_by_time on imports (started_at);
create index imports_by_hash on imports (file_hash);

create table import_problems (
  import_id           bigint not null references imports (id),
  seq                 integer not null,
  row_no              bigint,
  column_name         varchar(200),
  code                varchar(60) not null,
  severity            varchar(10) not null,
  args                ${longtext} not null,       -- JSON array of texts
  primary key (import_id, seq)
);

-- Rows that were not taken, as they stood in the file, so that they can be corrected and imported once more.
create table import_rejects (
  import_id           bigint not null references imports (id),
  seq                 integer not null,
  row_no              bigint not null,
  cells               ${longtext} not null,       -- JSON array of texts
  reasons             ${longtext} not null,       -- JSON array of {column, code, args}
  primary key (import_id, seq)
);
