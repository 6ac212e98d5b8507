-- Care: name-card rounds, in which a group finds out who is still there, and what followed for each of its people.

create table care_rounds (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  group_id     uuid not null,
  -- How a name should look, e.g. 名字-城市-职业.
  format       text not null,
  -- { announcement, reminder, farewell }
  texts        jsonb not null,
  per_day      int not null check (per_day between 1 and 50),
  state        text not null check (state in ('collecting', 'deciding', 'closed')),
  started_at   timestamptz not null,
  started_by   text not null,
  ends_at      timestamptz not null,
  ended_at     timestamptz,
  closed_at    timestamptz,
  closed_by    text,
  -- The announcement, and the task when a human carries it over.
  message_id   uuid,
  task_id      uuid,
  -- Way back for those who were removed.
  link_id      uuid,
  primary key (community_id, id),
  foreign key (community_id, group_id) references groups_groups (community_id, id)
);
create unique index care_rounds_one_open on care_rounds (community_id, group_id) where state <> 'closed';
create index care_rounds_by_time on care_rounds (community_id, started_at);
create index care_rounds_due on care_rounds (ends_at) where state = 'collecting';

create table care_reminders (
  community_id uuid not null,
  round_id     uuid not null,
  number       int not null,
  due_at       timestamptz not null,
  sent_at      timestamptz,
  -- To how many it went in private.
  told         int,
  primary key (community_id, round_id, number),
  foreign key (community_id, round_id) references care_rounds (community_id, id)
);
create index care_reminders_due on care_reminders (due_at) where sent_at is null;

-- Everybody who was in the group when the round began.
create table care_round_people (
  community_id uuid not null,
  round_id     uuid not null,
  identity_id  uuid not null,
  group_id     uuid not null,
  joined_at    timestamptz not null,
  -- As it was when the round began: another one is an answer.
  name         text not null,
  -- Last day with a word in this group before the round; last moment of reading, when the platform tells.
  last_on      date,
  read_at      timestamptz,
  -- Why nobody asks them: of the team, kept by the team, new, or wants to be left alone.
  spared       text check (spared in ('team', 'kept', 'new', 'uncontacted')),
  answered_at  timestamptz,
  answered_how text check (answered_how in ('name', 'button', 'word')),
  left_at      timestamptz,
  decision     text check (decision in ('keep', 'talk', 'remove')),
  decided_at   timestamptz,
  decided_by   text,
  task_id      uuid,
  -- handed = a human removes them; spared = gave a sign of life before their turn came.
  removal      text check (removal in ('planned', 'handed', 'removed', 'stopped', 'spared', 'undone')),
  remove_at    timestamptz,
  removed_at   timestamptz,
  undone_at    timestamptz,
  undone_by    text,
  -- { role, source, linkId, code, inviterId } as it was.
  stay         jsonb,
  primary key (community_id, round_id, identity_id),
  foreign key (community_id, round_id) references care_rounds (community_id, id)
);
create index care_round_people_by_identity on care_round_people (community_id, identity_id);
create index care_round_people_due on care_round_people (remove_at) where removal = 'planned';
create index care_round_people_removed on care_round_people (community_id, group_id, removed_at) where removed_at is not null;

-- Whom the team always keeps, whatever a round finds: key people, people on leave.
create table care_kept (
  community_id uuid not null references communities_communities (id),
  identity_id  uuid not null,
  note         text not null,
  at           timestamptz not null,
  by           text not null,
  primary key (community_id, identity_id)
);
