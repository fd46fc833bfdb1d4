-- How well somebody reached an objective, as somebody else judged it: 1 is reached.
create table scores (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  person_id           bigint not null references persons (id),
  objective           varchar(100) not null,
  from_day            date not null,
  to_day              date not null,
  score               numeric(9,4) not null,
  version             integer not null,
  constraint scores_days check (to_day >= from_day),
  constraint scores_score check (score >= 0)
);
create index scores_of_person on scores (person_id, from_day);
