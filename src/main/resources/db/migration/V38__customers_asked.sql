-- Customers who are asked how satisfied they are: each question is a link with a code, and takes one answer.
create table customer_questions (
  id                  bigint primary key,
  customer_id         bigint not null references customers (id) on delete cascade,
  deal_id             bigint references deals (id) on delete cascade, -- the order it is about; null: about none
  asked_by            bigint references persons (id),                 -- null: a program
  asked_on            date not null,
  last_day            date not null,                                  -- on which it can be answered
  code_hash           varchar(64) not null unique,                    -- of the latest link: the code itself is kept nowhere
  withdrawn_on        date,                                           -- null: the link works, or has done its work
  answered_on         date,                                           -- null: not answered
  answer_id           bigint references customer_answers (id) on delete set null, -- null: none, or removed since
  constraint customer_questions_days check (last_day >= asked_on)
);
create index customer_questions_of on customer_questions (customer_id, asked_on);
create index customer_questions_about on customer_questions (deal_id);
create index customer_questions_by on customer_questions (asked_by);
create index customer_questions_answer on customer_questions (answer_id);
create index customer_questions_by_day on customer_questions (asked_on);

-- Whoever asks is alone with it, so that nobody is asked twice.
insert into turns (name, taken) values ('asking-customers', 0);
