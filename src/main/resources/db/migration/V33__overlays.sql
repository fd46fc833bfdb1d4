-- Who is credited with a deal on top of those who share it. A table of its own: whatever adds up what was sold reads the
-- shares, which come to the whole, and can never count a deal twice.
create table deal_overlays (
  deal_id             bigint not null references deals (id),
  person_id           bigint not null references persons (id),
  share               numeric(9,6) not null,         -- 0.6 = 60 % of the deal
  primary key (deal_id, person_id),
  constraint deal_overlays_share check (share > 0 and share <= 1)
);
create index deal_overlays_of_person on deal_overlays (person_id, deal_id);
