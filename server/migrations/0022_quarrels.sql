-- The quarrel alarm: who heats up with whom, what was done about it, and what the team has taught.

alter table insight_alarms drop constraint insight_alarms_kind_check;
alter table insight_alarms add constraint insight_alarms_kind_check
  check (kind in ('group_quiet', 'leaving_wave', 'questions_waiting', 'quarrel'));

-- What stands behind an alarm of kind quarrel.
create table insight_quarrels (
  community_id uuid not null,
  alarm_id     uuid not null,
  group_id     uuid not null,
  -- The two; for the team only.
  one_id       uuid not null,
  other_id     uuid not null,
  -- The hottest it was, 0 to 1, by weights written by hand; and how much of it there was then.
  heat         double precision not null,
  angry        int not null,
  messages     int not null,
  message_ids  uuid[] not null,
  started_at   timestamptz not null,
  last_at      timestamptz not null,
  raised_at    timestamptz not null,
  -- What the team says it was; null while nobody has said.
  is_real      boolean,
  primary key (community_id, alarm_id)
);
create index insight_quarrels_by_group on insight_quarrels (community_id, group_id, raised_at desc);
create index insight_quarrels_latest on insight_quarrels (community_id, raised_at desc);

-- What was done about it.
create table insight_quarrel_answers (
  community_id uuid not null,
  id           uuid not null,
  alarm_id     uuid not null,
  kind         text not null check (kind in ('slow_mode', 'note', 'private_talk', 'no_quarrel')),
  user_id      uuid,
  at           timestamptz not null,
  -- With whom a private talk is.
  identity_id  uuid,
  -- A slow mode that was ended before its time, and by whom; null user = by its time.
  ended_at     timestamptz,
  ended_by     uuid,
  primary key (community_id, id)
);
create index insight_quarrel_answers_by_alarm on insight_quarrel_answers (community_id, alarm_id, at);

-- How often the team has said "no quarrel" in a group: its threshold is lifted a little for each.
create table insight_quarrel_lessons (
  community_id uuid not null,
  group_id     uuid not null,
  lessons      int not null check (lessons > 0),
  changed_at   timestamptz not null,
  primary key (community_id, group_id)
);

-- Slow modes that end by themselves; what was set before is put back then.
create table insight_slow_modes (
  community_id   uuid not null,
  group_id       uuid not null,
  answer_id      uuid not null,
  alarm_id       uuid not null,
  seconds        int not null,
  former_seconds int not null,
  until          timestamptz not null,
  primary key (community_id, group_id)
);
