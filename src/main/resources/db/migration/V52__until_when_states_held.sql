-- Until which day a state held: the first day of any later one; null while none has a day. It follows from the others, and
-- was looked up anew for each state whenever somebody asked what was open.
alter table deal_states add until_day date;
alter table quote_states add until_day date;
alter table lead_states add until_day date;
update deal_states s set until_day =
  (select min(n.from_day) from deal_states n where n.deal_id = s.deal_id and n.seq > s.seq);
update quote_states s set until_day =
  (select min(n.from_day) from quote_states n where n.quote_id = s.quote_id and n.seq > s.seq);
update lead_states s set until_day =
  (select min(n.from_day) from lead_states n where n.lead_id = s.lead_id and n.seq > s.seq);
create index deal_states_of_owner on deal_states (owner_id, from_day);
create index quote_states_of_owner on quote_states (owner_id, from_day);
