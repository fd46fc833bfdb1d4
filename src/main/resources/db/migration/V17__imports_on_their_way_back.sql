-- An import that is being taken back: as which batch, and how many records are through. Null: it is not.
alter table imports add column undo_batch bigint;
alter table imports add column undo_rows integer;
