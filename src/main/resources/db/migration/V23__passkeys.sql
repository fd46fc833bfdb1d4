-- What somebody signs in with instead of a password: a key that a device keeps, and here only what proves it.
create table passkeys (
  id                bigint primary key,
  person_id         bigint not null references accounts (person_id),
  user_handle       varchar(100) not null,           -- by which devices know the person: random, one for all of them
  credential_id     varchar(1400) not null unique,   -- by which devices know the key
  label             varchar(100) not null,           -- in the person's own words
  transports        varchar(100) not null,           -- how the device can be reached, with commas between
  public_key        ${bytes} not null,
  attestation       ${bytes} not null,               -- what the device said as the key was made
  uses              bigint not null,                 -- the device's own count; many always say 0
  created_at        timestamp(6) not null,
  last_used_at      timestamp(6)                     -- null: never
);
create index passkeys_of on passkeys (person_id);
create index passkeys_by_handle on passkeys (user_handle);
