-- Who has entries has a chain, whose row points to the person and is locked by whoever appends: PostgreSQL need not ask for
-- the person again with each entry, which took as long as two of the indexes.
alter table ledger_entries drop constraint if exists ledger_entries_person_id_fkey;
