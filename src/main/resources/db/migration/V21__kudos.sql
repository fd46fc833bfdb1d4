-- A pat on the back between colleagues: from one to another at most once a day.
create table kudos (
  id                bigint primary key,
  giver_id          bigint not null references persons (id),
  receiver_id       bigint not null references persons (id),
  given_on          date not null,              -- the day where the organisation is
  constraint kudos_other check (giver_id <> receiver_id),
  unique (giver_id, receiver_id, given_on)
);
create index kudos_received on kudos (receiver_id, given_on);
