-- KPIs that the organisation makes of what is counted anyhow. The key stays whatever they are called later.
create table own_kpis (
  id                  bigint primary key,
  kpi_key             varchar(60) not null unique,      -- begins with own-, so that it is none of the catalogue
  status              varchar(20) not null              -- OPEN, RETIRED
);

-- A version never changes; the one with the highest number is the present one.
create table own_kpi_versions (
  id                  bigint primary key,
  kpi_id              bigint not null references own_kpis (id),
  number              integer not null,                 -- from 1
  made_at             timestamp(6) not null,
  made_by             bigint references persons (id),   -- null: a program
  reason              varchar(1000),                    -- null: the first one
  name_en             varchar(60) not null,
  means_en            varchar(300) not null,
  name_nl             varchar(60) not null,
  means_nl            varchar(300) not null,
  unit                varchar(20) not null,
  direction           varchar(10) not null,             -- HIGHER, LOWER: which way is better
  part                varchar(40) not null,             -- what is counted, or divided
  whole               varchar(40),                      -- by what; null: a sum
  constraint own_kpi_versions_once unique (kpi_id, number)
);
create index own_kpi_versions_by on own_kpi_versions (made_by);

-- What of it counts; without a row of an aspect: all of it.
create table own_kpi_filters (
  version_id          bigint not null references own_kpi_versions (id),
  side                varchar(10) not null,             -- PART, WHOLE
  aspect              varchar(20) not null,             -- PRODUCT (external id), FAMILY, SEGMENT, REGION, SOURCE
  wanted              varchar(200) not null,
  constraint own_kpi_filters_once primary key (version_id, side, aspect, wanted)
);
