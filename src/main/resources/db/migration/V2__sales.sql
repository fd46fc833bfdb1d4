create table customers (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  name                varchar(200) not null,
  registration_number varchar(40),
  segment             varchar(100),
  region              varchar(100),
  version             integer not null
);
create index customers_by_name on customers (name);

create table products (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  name                varchar(200) not null,
  family              varchar(100),
  list_price          numeric(19,4),
  cost                numeric(19,4),
  currency            varchar(3),
  version             integer not null
);
create index products_by_name on products (name);

create table leads (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  name                varchar(200),
  customer_id         bigint references customers (id),
  owner_id            bigint references persons (id),
  source              varchar(100),
  status              varchar(20) not null,
  created_on          date not null,
  version             integer not null
);

create table lead_states (
  lead_id             bigint not null references leads (id),
  seq                 integer not null,
  from_day            date,
  status              varchar(20) not null,
  owner_id            bigint references persons (id),
  recorded_at         timestamp(6) not null,
  primary key (lead_id, seq)
);

create table deals (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  name                varchar(200),
  customer_id         bigint references customers (id),
  product_id          bigint references products (id),
  lead_id             bigint references leads (id),
  owner_id            bigint not null references persons (id),
  stage               varchar(20) not null,
  engaged_on          date,
  quoted_on           date,
  closed_on           date,
  cancelled_on        date,
  deal_value          numeric(19,4),
  currency            varchar(3) not null,
  version             integer not null,
  constraint deals_closed_after_engaged check (closed_on is null or engaged_on is null or closed_on >= engaged_on),
  constraint deals_cancelled_after_closed check (cancelled_on is null or (closed_on is not null and cancelled_on >= closed_on))
);
create index deals_of_owner on deals (owner_id, closed_on);
create index deals_cancelled on deals (owner_id, cancelled_on);
create index deals_by_close on deals (closed_on, stage);
create index deals_by_stage on deals (stage, engaged_on);
create index deals_of_customer on deals (customer_id);

-- Who shares a deal. No row: the owner has all of it.
create table deal_splits (
  deal_id             bigint not null references deals (id),
  person_id           bigint not null references persons (id),
  share               numeric(9,6) not null,         -- 0.6 = 60 %
  primary key (deal_id, person_id),
  constraint deal_splits_share check (share > 0 and share <= 1)
);
create index deal_splits_of_person on deal_splits (person_id, deal_id);

-- What a deal was from a day on. from_day null: known, but nobody said since when.
create table deal_states (
  deal_id             bigint not null references deals (id),
  seq                 integer not null,
  from_day            date,
  stage               varchar(20) not null,
  owner_id            bigint not null references persons (id),
  deal_value          numeric(19,4),
  currency            varchar(3) not null,
  recorded_at         timestamp(6) not null,
  primary key (deal_id, seq)
);
create index deal_states_by_day on deal_states (from_day, deal_id);

create table deal_lines (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  deal_id             bigint not null references deals (id),
  product_id          bigint not null references products (id),
  quantity            numeric(19,4) not null,
  unit_price          numeric(19,4) not null,
  list_price          numeric(19,4),
  discount_percent    numeric(9,4),
  version             integer not null
);
create index deal_lines_of_deal on deal_lines (deal_id);

create table quotes (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  customer_id         bigint references customers (id),
  lead_id             bigint references leads (id),
  deal_id             bigint references deals (id),
  owner_id            bigint not null references persons (id),
  revision            integer not null,
  sent_on             date,                          -- null: a draft
  decided_on          date,
  expires_on          date,
  outcome             varchar(20) not null,
  quote_value         numeric(19,4),
  currency            varchar(3) not null,
  version             integer not null
);
create index quotes_of_owner on quotes (owner_id, sent_on);

create table quote_states (
  quote_id            bigint not null references quotes (id),
  seq                 integer not null,
  from_day            date,
  revision            integer not null,
  outcome             varchar(20) not null,
  owner_id            bigint not null references persons (id),
  quote_value         numeric(19,4),
  currency            varchar(3) not null,
  recorded_at         timestamp(6) not null,
  primary key (quote_id, seq)
);

create table credit_notes (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  deal_id             bigint not null references deals (id),
  credited_on         date not null,
  amount              numeric(19,4) not null,        -- positive: what is taken back
  currency            varchar(3) not null,
  reason              varchar(400),
  version             integer not null,
  constraint credit_notes_amount check (amount > 0)
);
create index credit_notes_of_deal on credit_notes (deal_id);
create index credit_notes_by_day on credit_notes (credited_on);

create table invoices (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  deal_id             bigint references deals (id),
  customer_id         bigint references customers (id),
  invoiced_on         date not null,
  due_on              date,
  amount              numeric(19,4) not null,
  currency            varchar(3) not null,
  version             integer not null
);
create index invoices_of_deal on invoices (deal_id);

create table payments (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  invoice_id          bigint not null references invoices (id),
  paid_on             date not null,
  amount              numeric(19,4) not null,
  currency            varchar(3) not null,
  version             integer not null
);
create index payments_of_invoice on payments (invoice_id);

create table activities (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  person_id           bigint not null references persons (id),
  kind                varchar(30) not null,
  outcome             varchar(20) not null,
  happened_at         timestamp(6) not null,
  minutes             integer,
  customer_id         bigint references customers (id),
  lead_id             bigint references leads (id),
  quote_id            bigint references quotes (id),
  version             integer not null
);
create index activities_of_person on activities (person_id, happened_at);

create table weekly_efforts (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  person_id           bigint not null references persons (id),
  week_start          date not null,                 -- the Monday
  calls               integer not null,
  decision_makers     integer not null,
  meetings            integer not null,
  callbacks_short     integer not null,
  callbacks_long      integer not null,
  other               integer not null,
  minutes             integer,
  version             integer not null,
  unique (person_id, week_start)
);

create table costs (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  kind                varchar(40) not null,
  from_day            date not null,
  to_day              date not null,
  amount              numeric(19,4) not null,
  currency            varchar(3) not null,
  person_id           bigint references persons (id),
  team_id             bigint references teams (id),
  version             integer not null,
  constraint costs_days check (to_day >= from_day)
);

create table exchange_rates (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  from_currency       varchar(3) not null,
  to_currency         varchar(3) not null,
  rate_day            date not null,                 -- valid from this day until the next rate of the pair
  rate                numeric(19,10) not null,
  version             integer not null,
  unique (from_currency, to_currency, rate_day),
  constraint exchange_rates_rate check (rate > 0)
);

-- The persons and days that a change of sales touched; an event carries only the batch.
create table touched_days (
  batch               bigint not null,
  person_id           bigint not null,
  touched_day         date not null,
  primary key (batch, person_id, touched_day)
);
