-- Who has entries has a chain, whose row points to the person and is locked by whoever appends: PostgreSQL need not ask for
-- the person again with each entry, which took at least as long as all indexes.
alter table ledger_entries drop constraint if exists ledger_entries_person_id_fkey;
