-- What customers answered to surveys of them; never answers of employees.
create table customer_answers (
  id                  bigint primary key,
  external_id         varchar(100) not null unique,
  customer_id         bigint references customers (id), -- null: answered without a name
  deal_id             bigint references deals (id),     -- null: not about one deal
  person_id           bigint references persons (id),   -- whom the answer is about; null: the owner of the deal, or nobody
  answered_on         date not null,
  satisfaction        integer,                          -- 1 very dissatisfied to 5 very satisfied
  return_intention    integer,                          -- 1 surely not again to 5 surely again
  remark              varchar(2000),
  version             integer not null,
  constraint customer_answers_satisfaction check (satisfaction is null or satisfaction between 1 and 5),
  constraint customer_answers_return check (return_intention is null or return_intention between 1 and 5),
  constraint customer_answers_some check (satisfaction is not null or return_intention is not null)
);
create index customer_answers_by_day on customer_answers (answered_on);
create index customer_answers_of_customer on customer_answers (customer_id, answered_on);
create index customer_answers_of_person on customer_answers (person_id, answered_on);
create index customer_answers_of_deal on customer_answers (deal_id);

-- Whoever is erased becomes a number: how many there were, and the lock that keeps two from getting the same one.
insert into turns (name, taken) values ('erasing', 0);
