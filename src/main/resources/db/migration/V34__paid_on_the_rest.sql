-- Whether a version pays managers on what lower levels leave of a deal.
alter table plan_versions add column less_lower boolean default false not null;
