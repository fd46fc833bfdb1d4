-- What the organisation says about selling (one row).
create table sales_settings (
  id                bigint primary key,
  quote_waits_days  integer not null,           -- a quote without contact for longer waits
  constraint sales_settings_days check (quote_waits_days between 0 and 3650)
);
insert into sales_settings (id, quote_waits_days) values (1, 14);
