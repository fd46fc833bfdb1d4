-- Which job role somebody has from a day on, until the next one begins or it ends.
create table job_roles (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  person_id           bigint not null references persons (id),
  job_role            varchar(100) not null,
  from_day            date not null,
  to_day              date,                           -- null: until the next one begins
  version             integer not null,
  constraint job_roles_days check (to_day is null or to_day >= from_day)
);
create index job_roles_of_person on job_roles (person_id, from_day);

-- A plan can be assigned to everybody who has a job role, beside a person or a team.
alter table plan_assignments add column job_role varchar(100);
alter table plan_assignments drop constraint plan_assignments_who;
alter table plan_assignments add constraint plan_assignments_who check (
  (person_id is not null and team_id is null and job_role is null)
  or (person_id is null and team_id is not null and job_role is null)
  or (person_id is null and team_id is null and job_role is not null));
