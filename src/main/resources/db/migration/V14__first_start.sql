-- What the first start asks beside name, currency and country: where the clock hangs, and the language of whoever chose none.
alter table organisation add column time_zone varchar(60) default 'Europe/Brussels' not null;
alter table organisation add column language_tag varchar(10) default 'nl-BE' not null;

-- The short list of first steps that everybody gets: the places somebody has been at, and who put the list away.
create table first_steps_seen (
  person_id         bigint not null references persons (id),
  step              varchar(40) not null,
  primary key (person_id, step)
);

create table first_steps_hidden (
  person_id         bigint primary key references persons (id)
);
