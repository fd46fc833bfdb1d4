-- One row: with which month the ledger is closed, and all before it. Whoever closes, or writes for a payee for the first
-- time, holds it, so that no entry can slip into a month while that is being closed.
create table ledger_book (
  id                  integer primary key,
  closed_through      varchar(7)                        -- null while every month is open
);
insert into ledger_book (id, closed_through) values (1, null);

create table closed_months (
  closed_month        varchar(7) primary key,
  closed_at           timestamp(6) not null,
  closed_by           bigint references persons (id),   -- null: a program, or the product itself
  payable_on          date not null,
  people              integer not null                  -- with anything on their statement
);

-- What all its statements came to, so that nobody has to add them up again.
create table closed_totals (
  closed_month        varchar(7) not null references closed_months (closed_month),
  currency            varchar(3) not null,
  total               numeric(38,18) not null,
  primary key (closed_month, currency)
);

-- What paid whom, as a closed statement goes on saying it whatever is assigned later.
create table closed_plans (
  closed_month        varchar(7) not null references closed_months (closed_month),
  person_id           bigint not null references persons (id),
  plan_name           varchar(200) not null,
  plan_version        integer not null,
  currency            varchar(3) not null,
  primary key (closed_month, person_id)
);
create index closed_plans_of_person on closed_plans (person_id);

create index ledger_entries_of_month on ledger_entries (posted_month, person_id);

-- Days from publishing a statement until it has to be paid; 15 is what Belgian law says unless agreed otherwise.
alter table organisation add column payable_days integer default 15 not null;
