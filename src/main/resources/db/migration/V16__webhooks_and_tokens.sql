-- Until when a token is good, and when somebody last came with it.
alter table api_tokens add column expires_on date;           -- the last day; null: no end
alter table api_tokens add column last_used_at timestamp(6); -- to five minutes; null: never

-- Addresses of other programs that are told when something happened.
create table webhooks (
  id                  bigint primary key,
  name                varchar(100) not null,
  url                 varchar(1000) not null,
  events              varchar(200) not null,          -- keys with commas between, such as deal.won,statement.changed
  secret              varchar(100) not null,          -- as it was handed out: it is needed to sign
  old_secret          varchar(100),                   -- still signs beside the new one
  old_secret_until    timestamp(6),
  state               varchar(10) not null,           -- ON, OFF by hand, GIVEN_UP
  failing_since       timestamp(6),                   -- since when nothing got through; null: the last time it did
  created_at          timestamp(6) not null,
  created_by          varchar(200) not null
);

-- What is to be told, written together with what happened; and what became of it.
create table webhook_deliveries (
  id                  bigint primary key,
  webhook_id          bigint not null references webhooks (id),
  event               varchar(40) not null,
  subject             varchar(200) not null,          -- what it is about, for the log
  body                ${longtext} not null,           -- JSON, as it is signed and sent
  noted_at            timestamp(6) not null,
  state               varchar(10) not null,           -- WAITING, CLAIMED, DONE, FAILED
  next_at             timestamp(6) not null,          -- not before; while CLAIMED, when others may take it over
  claim               bigint,
  tries               integer not null,
  tried_at            timestamp(6),
  status              integer,                        -- the last answer
  fault               varchar(40)                     -- why there was none
);
create index webhook_deliveries_due on webhook_deliveries (state, next_at);
create index webhook_deliveries_of on webhook_deliveries (webhook_id, id);
create index webhook_deliveries_by_time on webhook_deliveries (noted_at);
