-- Sorting: what the talk of the last weeks makes likely about people, made anew each night, and what the team says of it.
create table care_sorted (
  community_id uuid not null,
  group_id     uuid not null,
  identity_id  uuid not null,
  kind         text not null check (kind in ('leader', 'advertiser', 'zombie')),
  -- few = a hint below the least evidence that the rule asks for.
  confidence   text not null check (confidence in ('high', 'medium', 'few')),
  -- Orders the list within a confidence.
  weight       double precision not null,
  -- Observations that it rests on.
  n            int not null,
  -- Numbers for the words of the page; never a text of anybody.
  evidence     jsonb not null,
  primary key (community_id, group_id, identity_id, kind)
);
create index care_sorted_by_kind on care_sorted (community_id, kind, confidence);
create index care_sorted_by_identity on care_sorted (community_id, identity_id);

create table care_sorted_groups (
  community_id  uuid not null,
  group_id      uuid not null,
  sorted_on     date not null,
  -- The first day that was read, and the messages of eight weeks that roles rest on.
  since         date not null,
  messages      int not null,
  -- Whether the platform tells who reads; where it does not, who is silent stays unknown, and is only counted.
  knows_readers boolean not null,
  unknown       int not null,
  -- 2-7-1: sizes and shares of the worth by band, and the interval of the first share; null with a reason.
  bands         jsonb,
  reason        text,
  primary key (community_id, group_id),
  foreign key (community_id, group_id) references groups_groups (community_id, id)
);

-- What the team says of a likelihood: it outlives the nights.
create table care_sorted_marks (
  community_id uuid not null,
  group_id     uuid not null,
  identity_id  uuid not null,
  kind         text not null check (kind in ('leader', 'advertiser', 'zombie')),
  confidence   text not null check (confidence in ('high', 'medium', 'few')),
  is_right     boolean,
  task_id      uuid,
  at           timestamptz not null,
  by           text not null,
  primary key (community_id, group_id, identity_id, kind)
);
create index care_sorted_marks_by_identity on care_sorted_marks (community_id, identity_id);
