-- Programs: what runs by itself in groups. First the check-in (打卡): programs, what was said or pressed for them, the days that
-- follow from it; and the welcome of those who join.

create table programs_programs (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  kind         text not null check (kind in ('check_in')),
  name         text not null,
  -- Played in every group of the community, those to come included; else in the rows of programs_groups.
  everywhere   boolean not null,
  starts_on    date not null,
  -- The last day; null = it goes on.
  ends_on      date,
  -- What the kind needs beside that; its schema stands in the module.
  definition   jsonb not null,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  primary key (community_id, id),
  check (ends_on >= starts_on)
);

create table programs_groups (
  community_id uuid not null,
  program_id   uuid not null,
  group_id     uuid not null,
  primary key (community_id, program_id, group_id),
  foreign key (community_id, program_id) references programs_programs (community_id, id) on delete cascade,
  foreign key (community_id, group_id) references groups_groups (community_id, id)
);

-- What speaks for a day: a message with the word, the button, a make-up card. Never changed, only withdrawn; days are counted from it.
create table programs_claims (
  community_id uuid not null,
  program_id   uuid not null,
  -- The message's own id for a word.
  id           uuid not null,
  kind         text not null check (kind in ('word', 'button', 'make_up')),
  identity_id  uuid not null,
  group_id     uuid not null,
  -- The day that it speaks for, in the zone that was in force when it came in.
  day          date not null,
  at           timestamptz not null,
  -- The day on which a make-up card was used; the card is of that month.
  used_on      date,
  withdrawn_at timestamptz,
  primary key (community_id, id, program_id),
  foreign key (community_id, program_id) references programs_programs (community_id, id) on delete cascade,
  check ((kind = 'make_up') = (used_on is not null))
);
create index programs_claims_by_day on programs_claims (community_id, program_id, identity_id, day);
create unique index programs_claims_once on programs_claims (community_id, program_id, identity_id, day, kind)
  where kind <> 'word' and withdrawn_at is null;
create index programs_claims_by_identity on programs_claims (community_id, identity_id, id);
create index programs_claims_of_community on programs_claims (community_id, program_id, id);

-- Days that count: one for each person and day with a standing claim; made from the claims, and kept with what was paid for it.
create table programs_days (
  community_id uuid not null,
  program_id   uuid not null,
  identity_id  uuid not null,
  day          date not null,
  -- How the claim that counts came in: the first of those said or pressed, else the make-up card.
  how          text not null check (how in ('word', 'button', 'make_up')),
  group_id     uuid not null,
  at           timestamptz not null,
  used_on      date,
  points       int not null default 0,
  -- The entry in the ledger by which the points were paid.
  entry_id     uuid,
  primary key (community_id, program_id, identity_id, day),
  foreign key (community_id, program_id) references programs_programs (community_id, id) on delete cascade
);
create index programs_days_by_day on programs_days (community_id, program_id, day, identity_id);
create index programs_days_by_identity on programs_days (community_id, identity_id, day);

-- Where each person stands in a program: counted again from their days whenever one of them changes. Its row is also the lock.
create table programs_standings (
  community_id uuid not null,
  program_id   uuid not null,
  identity_id  uuid not null,
  days         int not null default 0,
  -- Length of the last unbroken run, and its last day; it is alive while that day is today or yesterday.
  run          int not null default 0,
  last_day     date,
  longest      int not null default 0,
  primary key (community_id, program_id, identity_id),
  foreign key (community_id, program_id) references programs_programs (community_id, id) on delete cascade
) with (fillfactor = 70);
create index programs_standings_by_days on programs_standings (community_id, program_id, days desc, longest desc, identity_id);
create index programs_standings_by_identity on programs_standings (community_id, identity_id);

-- The groups in which a person checks in; members see only the board of their own group, and there only who is in it now.
create table programs_places (
  community_id uuid not null,
  program_id   uuid not null,
  group_id     uuid not null,
  identity_id  uuid not null,
  present      boolean not null,
  primary key (community_id, program_id, group_id, identity_id),
  foreign key (community_id, program_id) references programs_programs (community_id, id) on delete cascade
);
create index programs_places_by_identity on programs_places (community_id, identity_id, group_id);

-- Those who do not want to stand on boards.
create table programs_hidden (
  community_id uuid not null,
  identity_id  uuid not null,
  since        timestamptz not null,
  primary key (community_id, identity_id)
);

-- A group's own welcome, where it differs from the community's (a setting).
create table programs_welcomes (
  community_id uuid not null,
  group_id     uuid not null,
  welcome      jsonb not null,
  changed_at   timestamptz not null,
  primary key (community_id, group_id),
  foreign key (community_id, group_id) references groups_groups (community_id, id)
);

-- Who has joined and is to be welcomed, or was.
create table programs_arrivals (
  community_id  uuid not null,
  membership_id uuid not null,
  group_id      uuid not null,
  identity_id   uuid not null,
  at            timestamptz not null,
  state         text not null check (state in ('waiting', 'welcomed', 'left', 'late', 'refused')),
  settled_at    timestamptz,
  message_id    uuid,
  primary key (community_id, membership_id),
  check ((state = 'waiting') = (settled_at is null))
);
create index programs_arrivals_waiting on programs_arrivals (community_id, group_id, at) where state = 'waiting';
create index programs_arrivals_by_identity on programs_arrivals (community_id, identity_id);
create index programs_arrivals_by_age on programs_arrivals (settled_at) where state <> 'waiting';
