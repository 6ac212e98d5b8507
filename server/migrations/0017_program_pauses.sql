-- A check-in may rest for some days without breaking a streak, and the team may fill in a day that somebody missed.
alter table programs_programs
  -- [{"from": day, "to": day or null}], oldest first, never overlapping; no day in them counts.
  add column pauses jsonb not null default '[]';
alter table programs_claims
  -- Filled in by the team; takes no card of the member's.
  add column granted boolean not null default false;
alter table programs_days
  add column granted boolean not null default false;
create index programs_arrivals_latest on programs_arrivals (community_id, at desc, membership_id desc);
