-- Which source of leads a cost was for, as leads name it.
alter table costs add source varchar(100);
-- Which leads have a quote.
create index quotes_of_lead on quotes (lead_id);
