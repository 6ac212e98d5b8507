-- Seed members: real volunteers of a group, marked in it, and the topics they were asked to open.

create table care_seeds (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  group_id     uuid not null,
  identity_id  uuid not null,
  -- asked → active | declined | expired; active → left (their wish, or gone from the group) | ended (by the team).
  state        text not null check (state in ('asked', 'active', 'declined', 'expired', 'left', 'ended')),
  -- What the team has written to them.
  note         text not null,
  asked_at     timestamptz not null,
  asked_by     uuid,
  answered_at  timestamptz,
  ended_at     timestamptz,
  primary key (community_id, id),
  check ((state in ('left', 'ended')) = (ended_at is not null))
);
create unique index care_seeds_one_each on care_seeds (community_id, group_id, identity_id) where state in ('asked', 'active');
create index care_seeds_by_identity on care_seeds (community_id, identity_id);

create table care_topics (
  community_id uuid not null,
  id           uuid not null,
  seed_id      uuid not null,
  group_id     uuid not null,
  text         text not null,
  hint         text not null,
  due_at       timestamptz not null,
  state        text not null check (state in ('open', 'done', 'skipped', 'taken_back')),
  given_at     timestamptz not null,
  given_by     uuid,
  settled_at   timestamptz,
  -- What the seed has said; null = they did not point at a message.
  message_id   uuid,
  note         text not null default '',
  -- Who answered it within two days, directly or down the line; null = nothing to count.
  replies      int,
  repliers     int,
  reactions    int,
  counted_at   timestamptz,
  primary key (community_id, id),
  foreign key (community_id, seed_id) references care_seeds (community_id, id) on delete cascade,
  check ((state = 'open') = (settled_at is null))
);
create index care_topics_of on care_topics (community_id, seed_id);
create index care_topics_counting on care_topics (settled_at) where message_id is not null;
