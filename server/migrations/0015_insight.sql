-- Insight: alarms, each raised once for its cause; and the ways in which Today's numbers lead to the people behind them.

create table insight_alarms (
  community_id uuid not null,
  id           uuid not null,
  kind         text not null check (kind in ('group_quiet', 'leaving_wave', 'questions_waiting')),
  group_id     uuid not null,
  -- Names what happened, so that it is told once: the kind, the group and the day it began.
  cause        text not null,
  -- The numbers on which it rests, never words of people.
  evidence     jsonb not null,
  raised_at    timestamptz not null,
  -- The task that asks a human to look at it.
  task_id      uuid,
  settled_at   timestamptz,
  -- seen = somebody has done the task, dismissed = somebody has skipped it, passed = the cause is gone.
  settled_how  text check (settled_how in ('seen', 'dismissed', 'passed')),
  primary key (community_id, id),
  constraint insight_alarms_one_cause unique (community_id, cause),
  check ((settled_at is null) = (settled_how is null))
);
create index insight_alarms_open on insight_alarms (community_id, raised_at desc, id desc) where settled_at is null;
create index insight_alarms_settled on insight_alarms (community_id, settled_at desc, id desc) where settled_at is not null;

create index people_memberships_joined on people_memberships (community_id, group_id, joined_at, id);
create index people_memberships_left on people_memberships (community_id, group_id, left_at) where left_at is not null;
