-- Waves of joins: who came in with whom, what the team does about it. They survive a restart, and are forgotten when over.

alter table insight_alarms drop constraint insight_alarms_kind_check;
alter table insight_alarms add constraint insight_alarms_kind_check
  check (kind in ('group_quiet', 'leaving_wave', 'questions_waiting', 'quarrel', 'joining_wave'));
-- When the numbers of an alarm were last counted anew; null = as it was raised.
alter table insight_alarms add column counted_at timestamptz;

-- Counts every change of the waves of a community, so that all processes look at messages with the same ones.
alter table rules_revisions add column waves bigint not null default 0;

-- Many people through one entrance within minutes.
create table rules_waves (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  group_id     uuid not null,
  -- The entrance: a link of the team, or a member's own invitation.
  link_id      uuid,
  inviter_id   uuid,
  -- What was odd about them, the plainest of it.
  sign         text not null check (sign in ('names', 'faces', 'crowd')),
  people       int not null check (people > 0),
  started_at   timestamptz not null,
  last_at      timestamptz not null,
  -- Until then it weighs beside what its people say.
  until        timestamptz not null,
  -- By its time (user null), or because the team says that they are guests. Who came is forgotten then.
  ended_at     timestamptz,
  ended_by     uuid,
  primary key (community_id, id)
);
create index rules_waves_of_group on rules_waves (community_id, group_id, last_at desc) where ended_at is null;
create index rules_waves_running on rules_waves (until) where ended_at is null;

-- Who came in it; only while it is not over.
create table rules_wave_people (
  community_id uuid not null,
  wave_id      uuid not null,
  identity_id  uuid not null,
  joined_at    timestamptz not null,
  -- Their name, or their picture, is like that of others who came with them.
  is_name_alike boolean not null,
  is_face_alike boolean not null,
  -- One of their first messages was looked at and let through: they speak freely again.
  cleared_at   timestamptz,
  primary key (community_id, wave_id, identity_id),
  foreign key (community_id, wave_id) references rules_waves (community_id, id) on delete cascade
);
create index rules_wave_people_by_identity on rules_wave_people (community_id, identity_id);

-- What the team does about it for a while.
create table rules_wave_answers (
  community_id uuid not null,
  id           uuid not null,
  wave_id      uuid not null,
  kind         text not null check (kind in ('approval', 'hold')),
  user_id      uuid,
  at           timestamptz not null,
  until        timestamptz not null,
  -- Ended before its time, and by whom.
  ended_at     timestamptz,
  ended_by     uuid,
  primary key (community_id, id),
  foreign key (community_id, wave_id) references rules_waves (community_id, id) on delete cascade
);
create index rules_wave_answers_by_wave on rules_wave_answers (community_id, wave_id, at);
