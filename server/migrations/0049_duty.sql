-- The duty roster of a team: the pattern of a week, single days, leave with deputies, and notes for whoever comes next.

create table duty_rosters (
  community_id uuid not null primary key references communities_communities (id),
  -- [{"weekday": 1, "from": 540, "to": 1080, "operatorIds": […]}]; minutes of the local day.
  shifts       jsonb not null,
  -- When somebody should be there each day.
  cover_from   int not null check (cover_from between 0 and 1439),
  cover_to     int not null check (cover_to between 0 and 1439),
  version      int not null,
  changed_at   timestamptz not null,
  changed_by   text not null
);

-- What holds on a day instead of the pattern.
create table duty_days (
  community_id uuid not null references communities_communities (id),
  day          date not null,
  shifts       jsonb not null,
  note         text not null,
  primary key (community_id, day)
);

create table duty_leaves (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  user_id      uuid not null,
  first_day    date not null,
  last_day     date not null check (last_day >= first_day),
  deputy_id    uuid,
  primary key (community_id, id)
);
create index duty_leaves_by_day on duty_leaves (community_id, last_day);

create table duty_notes (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  text         text not null,
  written_by   uuid not null,
  written_at   timestamptz not null,
  read_by      uuid,
  read_at      timestamptz,
  primary key (community_id, id)
);
create index duty_notes_latest on duty_notes (community_id, written_at desc);
