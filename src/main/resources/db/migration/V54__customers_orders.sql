-- The orders of each customer in their order: derived from sales, so that how many different customers there were is counted
-- from the orders of a stretch of time, without looking for those before and after.
create table customer_orders (
  deal_id             bigint primary key,
  customer_id         bigint not null,
  closed_on           date not null,
  next_on             date,                           -- of the customer's next order; null while there is none
  is_first            boolean not null
);
create index customer_orders_by_day on customer_orders (closed_on, next_on, is_first);
create index customer_orders_of_customer on customer_orders (customer_id);

-- On which day a customer had first bought of a second product family; who has not is absent.
create table second_families (
  customer_id         bigint primary key,
  second_on           date not null
);

-- Customers whose orders a batch changed.
create table touched_customers (
  batch               bigint not null,
  customer_id         bigint not null
);
create index touched_customers_of_batch on touched_customers (batch);

-- Since when a deal or quote was being worked on, whichever of its states that is said of; null before that.
alter table deal_states add open_since date;
alter table quote_states add open_since date;
update deal_states s set open_since = (select min(n.from_day) from deal_states n
  where n.deal_id = s.deal_id and n.stage in ('ENGAGING', 'QUOTED'));
update quote_states s set open_since = (select min(n.from_day) from quote_states n
  where n.quote_id = s.quote_id and n.outcome = 'OPEN');
create index deal_states_by_end on deal_states (until_day, stage, from_day, open_since);
create index quote_states_by_end on quote_states (until_day, outcome, from_day, open_since);

-- How long the slowest decision about a deal had taken of those on a day.
create table slowest_decisions (
  decided_on          date primary key,
  days                integer not null
);
