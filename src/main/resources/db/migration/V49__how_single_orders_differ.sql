-- Months of teams know one more measure, so they are counted anew with the next change, and read from the facts until then.
update team_months_ready set ready = false;
