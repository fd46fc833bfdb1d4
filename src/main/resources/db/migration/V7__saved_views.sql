-- What somebody filtered and sorted a screen by, under a name.
create table saved_views (
  id                bigint primary key,
  owner_id          bigint not null references persons (id),
  screen            varchar(80) not null,       -- its path, without parameters
  name              varchar(80) not null,
  query             varchar(2000) not null,     -- the part of the address after the question mark
  team_id           bigint references teams (id), -- null: for the owner alone
  saved_at          timestamp(6) not null,
  constraint saved_views_name unique (owner_id, screen, name)
);
create index saved_views_of_team on saved_views (team_id, screen);
