-- Whether people may hide their name on boards (one row), and who does.
create table board_settings (
  id                bigint primary key,
  may_hide_name     boolean not null
);
insert into board_settings (id, may_hide_name) values (1, false);

create table hidden_on_boards (
  person_id         bigint primary key references persons (id)
);
