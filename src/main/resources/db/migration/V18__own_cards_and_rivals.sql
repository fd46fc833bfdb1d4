-- In which order somebody wants the cards of a screen, and which of them; without a row, as the screen proposes.
create table own_cards (
  person_id         bigint not null references persons (id),
  screen            varchar(80) not null,       -- its path, without parameters
  cards             varchar(400) not null,      -- keys in order, a hidden one with a minus before it
  primary key (person_id, screen)
);

-- Whom somebody compares with on boards: known to that person alone.
create table board_rivals (
  person_id         bigint primary key references persons (id),
  rival_id          bigint not null references persons (id),
  constraint board_rivals_other check (person_id <> rival_id)
);
create index board_rivals_of on board_rivals (rival_id);
