-- How somebody wants to work: rows closer together, and single keys as shortcuts (who speaks to the computer needs them off).
alter table accounts add column compact boolean default false not null;
alter table accounts add column single_keys boolean default true not null;
