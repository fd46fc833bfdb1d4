-- The list of deals opens with those closed last. PostgreSQL reads them in that order from an index only when it says
-- where nothing stands; HSQLDB has no word for that in an index, and sorts.
create index deals_newest on deals (closed_on desc nulls last, external_id);
