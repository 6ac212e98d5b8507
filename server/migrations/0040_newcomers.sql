-- The first five days of somebody in a group, one narrow row for each: what a screen shows is read from here and from nowhere else.
create table care_newcomers (
  community_id  uuid not null,
  group_id      uuid not null,
  identity_id   uuid not null,
  membership_id uuid not null,
  joined_at     timestamptz not null,
  welcomed_at   timestamptz,
  carded_at     timestamptz,
  spoke_at      timestamptz,
  answered_at   timestamptz,
  -- The first day after the day of coming on which they said something or checked in, by the community's clocks.
  back_on       date,
  left_at       timestamptz,
  -- A person is greeted once, wherever they came in: all rows of theirs have the same task.
  greet_task_id uuid,
  primary key (community_id, group_id, identity_id),
  foreign key (community_id, group_id) references groups_groups (community_id, id)
);
create index care_newcomers_latest on care_newcomers (community_id, joined_at desc, membership_id desc);
create index care_newcomers_by_identity on care_newcomers (community_id, identity_id);
create index care_newcomers_by_stay on care_newcomers (community_id, membership_id);
create index care_newcomers_under_way on care_newcomers (community_id, group_id, joined_at)
  where spoke_at is null or answered_at is null or back_on is null;
create index care_newcomers_by_age on care_newcomers (joined_at);
