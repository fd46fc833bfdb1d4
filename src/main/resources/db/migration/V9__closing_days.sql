-- Days on which the organisation itself is closed, beside the public holidays of its countries.
create table closing_days (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  closed_on           date not null,
  name                varchar(200) not null,
  country             varchar(2),                    -- null: wherever we are
  version             integer not null
);
create index closing_days_by_day on closing_days (closed_on);
