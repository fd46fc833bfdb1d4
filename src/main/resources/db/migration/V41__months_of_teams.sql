-- Sums of measures of the members of a team alone, by month: derived from sales, computed anew whenever a day of the month
-- is touched, so they can be thrown away and rebuilt. Team 0: what was sold outside teams.
create table team_months (
  month_start         date not null,
  team_id             bigint not null,
  measure             varchar(30) not null,
  part                integer not null,               -- days of a cycle; -1 where nothing is told apart
  currency            varchar(3) not null,            -- XXX for counts
  total_day           date not null,                  -- the first of the month, unless the amount needs the rate of its day
  amount              numeric(38,10) not null,
  primary key (month_start, team_id, measure, part, currency, total_day)
);

-- The memberships that those sums were computed with: what differs from memberships is still to be counted again.
create table counted_memberships (
  person_id           bigint not null,
  team_id             bigint not null,
  from_day            date not null,
  to_day              date not null,                  -- 9999-12-31: until further notice
  primary key (person_id, team_id, from_day, to_day)
);

-- Whether the sums above were ever computed for everything; until then they are not read.
create table team_months_ready (
  ready               boolean not null
);
insert into team_months_ready (ready) values (false);
