-- The team: what each one does, invitations by link, and tasks for humans. Who has which role stands in platform_grants.

create table team_posts (
  community_id uuid not null references communities_communities (id),
  user_id      uuid not null,
  post         text not null
    check (post in ('planner', 'editor', 'steward', 'moderator', 'business', 'trainer', 'service')),
  primary key (community_id, user_id, post)
);

create table team_invitations (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  -- The code itself is only in the link.
  code_hash    text not null unique,
  role         text not null check (role in ('owner', 'admin', 'operator', 'moderator', 'viewer')),
  -- For whom it is meant, in the words of the one who invites.
  note         text not null default '',
  created_at   timestamptz not null,
  -- The user who invites; null when the program itself does (the command line).
  created_by   uuid,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  used_by      uuid,
  revoked_at   timestamptz,
  primary key (community_id, id),
  check ((used_at is null) = (used_by is null)),
  check (used_at is null or revoked_at is null)
);

create table team_tasks (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  group_id     uuid,
  kind         text not null,
  -- Names the wish that made the task, so that asking twice makes one task.
  key          text,
  title        text not null check (char_length(title) between 1 and 200),
  text         text not null default '',
  picture_ids  uuid[] not null default '{}',
  steps        text[] not null default '{}',
  due_at       timestamptz,
  state        text not null check (state in ('open', 'done', 'skipped', 'cancelled')),
  assignee_id  uuid,
  payload      jsonb not null default '{}',
  -- Identities that title or text speak of, for erasure.
  about        uuid[] not null default '{}',
  created_at   timestamptz not null,
  created_by   text not null,
  settled_at   timestamptz,
  settled_by   text,
  note         text not null default '',
  primary key (community_id, id),
  foreign key (community_id, group_id) references groups_groups (community_id, id),
  check ((state = 'open') = (settled_at is null))
);
create unique index team_tasks_by_key on team_tasks (community_id, key) where key is not null;
create index team_tasks_open on team_tasks (community_id, coalesce(due_at, 'infinity'), id) where state = 'open';
create index team_tasks_settled on team_tasks (community_id, settled_at desc, id desc) where state <> 'open';
create index team_tasks_by_group on team_tasks (community_id, group_id, id);
create index team_tasks_about on team_tasks using gin (about) where about <> '{}';
