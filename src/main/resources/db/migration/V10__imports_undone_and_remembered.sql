alter table imports add column total_rows integer;           -- null until they were counted
alter table imports add column undone_at timestamp(6);
alter table imports add column undone_by_name varchar(200);

-- What a dry run (or a commit) found different, cell by cell; only the first ones of each import.
create table import_changes (
  import_id           bigint not null references imports (id),
  seq                 integer not null,
  row_no              bigint not null,
  record_key          varchar(100) not null,
  field               varchar(60) not null,
  old_text            ${longtext},
  new_text            ${longtext},
  primary key (import_id, seq)
);

-- How somebody read a file with these headers the last time.
create table import_mappings (
  id                  bigint primary key,
  kind                varchar(40) not null,
  headers_hash        varchar(64) not null,          -- of the names of the columns, whatever their order and case
  person_id           bigint references persons (id), -- null: a program
  saved_by_name       varchar(200) not null,
  saved_at            timestamp(6) not null,
  mapping             ${longtext} not null           -- JSON
);
create index import_mappings_by_headers on import_mappings (kind, headers_hash, saved_at);

-- What a batch wrote, a row for each portion, so that it can be taken back: which records it created, what the others
-- were before. Deleted when taken back, or when too old for that.
create table record_journal (
  batch               bigint not null,
  seq                 integer not null,
  kind                varchar(40) not null,
  recorded_at         timestamp(6) not null,
  content             ${longtext} not null,          -- JSON
  primary key (batch, seq)
);
create index record_journal_by_age on record_journal (recorded_at);
