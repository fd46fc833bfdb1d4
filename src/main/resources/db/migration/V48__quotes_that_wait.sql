-- Open quotes by the day they were sent, and the last contact about each: who has not been followed up.
create index quotes_open on quotes (outcome, sent_on);
create index activities_of_quote on activities (quote_id, happened_at);
