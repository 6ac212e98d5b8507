-- What was asked of a platform and waits for a human to carry it out.

create table carriers_acts (
  community_id uuid not null,
  id           uuid not null,
  group_id     uuid not null,
  op           text not null,
  -- Ids and settings of the act, never what somebody said; emptied when it is settled.
  args         jsonb not null,
  state        text not null check (state in ('waiting', 'done', 'skipped')),
  task_id      uuid,
  message_id   uuid,
  asked_by     text not null,
  asked_at     timestamptz not null,
  settled_at   timestamptz,
  primary key (community_id, id)
);
create index carriers_acts_waiting on carriers_acts (community_id, group_id, asked_at) where state = 'waiting';

-- A few words of the team to one member of the built-in group.
create table carriers_notes (
  community_id uuid not null,
  identity_id  uuid not null,
  group_id     uuid not null,
  id           uuid not null,
  text         text not null,
  at           timestamptz not null,
  seen_at      timestamptz,
  primary key (community_id, identity_id, group_id, id)
);
