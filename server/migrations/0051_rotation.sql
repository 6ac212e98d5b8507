-- Who is on duty is given what nobody has; groups that are led in turns.

-- When the roster gave an open question to whoever holds it; null = they took it, or somebody gave it to them by hand.
alter table desk_questions add column given_at timestamptz;

-- A group that is led in turns.
create table rotation_plans (
  community_id uuid not null references communities_communities (id),
  group_id     uuid not null,
  -- In the order of their turns.
  user_ids     uuid[] not null check (cardinality(user_ids) > 0),
  weeks        int not null check (weeks between 1 and 26),
  version      int not null,
  changed_at   timestamptz not null,
  changed_by   text not null,
  primary key (community_id, group_id)
);

-- Who led a group from when to when.
create table rotation_turns (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  group_id     uuid not null,
  user_id      uuid not null,
  -- Whose turn it was, when a deputy leads instead.
  instead_of   uuid,
  first_day    date not null,
  -- The last day as planned; the last one in truth once it has ended.
  last_day     date not null check (last_day >= first_day),
  -- The task of the hand-over at its end.
  task_id      uuid,
  ended_at     timestamptz,
  -- What was handed over, in numbers.
  facts        jsonb,
  primary key (community_id, id)
);
create unique index rotation_turns_present on rotation_turns (community_id, group_id) where ended_at is null;
create index rotation_turns_past on rotation_turns (community_id, group_id, ended_at desc) where ended_at is not null;
