-- Whether what a version pays one person depends on what others earn or reach: a budget for all, a ranking.
alter table plan_versions add column paid_together boolean default false not null;
