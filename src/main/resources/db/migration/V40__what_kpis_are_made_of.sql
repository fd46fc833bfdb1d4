-- When a lead arrived, to the minute, and since when it is qualified: null where nobody said.
alter table leads add column arrived_at timestamp(6);
alter table leads add column qualified_on date;
create index leads_by_day on leads (created_on);
create index leads_of_owner on leads (owner_id, created_on);

-- How large a market is, as somebody typed it in. One of segment null is the whole of it.
create table market_sizes (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  market_year         integer not null,
  segment             varchar(100),
  amount              numeric(19,4) not null,
  currency            varchar(3) not null,
  source              varchar(200) not null,
  version             integer not null,
  constraint market_sizes_amount check (amount > 0)
);

-- How many came to look, on all of those days together.
create table visitors (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  from_day            date not null,
  to_day              date not null,
  visitors            integer not null,
  source              varchar(100),
  version             integer not null,
  constraint visitors_days check (to_day >= from_day),
  constraint visitors_count check (visitors >= 0)
);
create index visitors_by_day on visitors (from_day);

-- The first and the last order of a customer, and those in between, by the day.
drop index deals_of_customer;
create index deals_of_customer on deals (customer_id, closed_on);
create index deals_of_lead on deals (lead_id);
create index quotes_by_decision on quotes (decided_on);
create index quotes_by_sending on quotes (sent_on);
create index activities_by_time on activities (happened_at);
create index activities_of_customer on activities (customer_id, happened_at);
create index activities_of_lead on activities (lead_id, happened_at);
