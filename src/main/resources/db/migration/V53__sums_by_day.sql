-- Sums of measures of teams by day, and of people by month: derived from sales, computed anew whenever a day of the month is
-- touched, so they can be thrown away and rebuilt. Months of teams alone, which were kept before, told of whole months only,
-- and a house of many teams had to be added up from all of them.
drop table team_months;
drop table team_months_ready;

-- Counts stand beside the organisation's currency. Team 0: what was sold outside teams; with what is below: everybody.
create table team_days (
  team_id             bigint not null,
  below               boolean not null,               -- with the teams below it; kept of teams that have some
  on_day              date not null,
  currency            varchar(3) not null,
  revenue             numeric(38,10) not null,
  orders              numeric(38,10) not null,
  valued_orders       numeric(38,10) not null,
  value_squares       numeric(38,10) not null,
  won                 numeric(38,10) not null,
  lost                numeric(38,10) not null,
  margin              numeric(38,10) not null,
  margin_revenue      numeric(38,10) not null,
  margin_orders       numeric(38,10) not null,
  begun               numeric(38,10) not null,
  begun_won           numeric(38,10) not null,
  known_orders        numeric(38,10) not null,
  repeat_orders       numeric(38,10) not null,
  open_deals          numeric(38,10) not null,        -- how many more than the day before
  open_deal_value     numeric(38,10) not null,
  cycles              varchar(32000),                 -- 3:2,17:1 for two orders after 3 days and one after 17
  primary key (team_id, below, on_day, currency)
);
create index team_days_by_day on team_days (on_day);

-- What somebody did as a member of a team; team 0: outside teams. On the first of the month, unless an amount needs the
-- rate of its day.
create table person_months (
  person_id           bigint not null,
  team_id             bigint not null,
  on_day              date not null,
  currency            varchar(3) not null,
  revenue             numeric(38,10) not null,
  orders              numeric(38,10) not null,
  valued_orders       numeric(38,10) not null,
  value_squares       numeric(38,10) not null,
  won                 numeric(38,10) not null,
  lost                numeric(38,10) not null,
  margin              numeric(38,10) not null,
  margin_revenue      numeric(38,10) not null,
  margin_orders       numeric(38,10) not null,
  begun               numeric(38,10) not null,
  begun_won           numeric(38,10) not null,
  known_orders        numeric(38,10) not null,
  repeat_orders       numeric(38,10) not null,
  open_deals          numeric(38,10) not null,
  open_deal_value     numeric(38,10) not null,
  cycles              varchar(32000),
  primary key (team_id, person_id, on_day, currency)
);
create index person_months_by_day on person_months (on_day);

-- Under which team each was when the days were added up: what differs from teams is still to be added up again.
create table counted_teams (
  team_id             bigint primary key,
  parent_id           bigint not null                 -- 0: none
);

-- Whether the sums above were ever computed for everything; until then they are not read.
create table sums_ready (
  ready               boolean not null,
  counting            bigint not null                 -- the batch that counts everything now; 0: none
);
insert into sums_ready (ready, counting) values (false, 0);

-- Persons and days that a change of sales touched without moving their pay: when a deal was begun, or was open. An event
-- carries only the batch.
create table touched_counts (
  batch               bigint not null,
  person_id           bigint not null,
  touched_day         date not null
);
create index touched_counts_of_batch on touched_counts (batch);
