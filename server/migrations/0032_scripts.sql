-- Scripts: what a team says often, and what each of them said before. And questions that somebody has put off for a while.

create table scripts_scripts (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  kind         text not null check (kind in ('answer', 'welcome', 'rules', 'promotion', 'daily')),
  folder       text not null,
  title        text not null,
  -- Letters typed after a slash; '' = none.
  shortcut     text not null,
  text         text not null,
  -- The team's answer to questions like `asks`.
  standard     boolean not null,
  asks         text[] not null,
  uses         int not null default 0,
  last_used_at timestamptz,
  version      int not null default 1,
  changed_at   timestamptz not null,
  changed_by   text not null,
  archived_at  timestamptz,
  primary key (community_id, id)
);

create table scripts_versions (
  community_id uuid not null,
  script_id    uuid not null,
  version      int not null,
  title        text not null,
  text         text not null,
  at           timestamptz not null,
  by           text not null,
  primary key (community_id, script_id, version),
  foreign key (community_id, script_id) references scripts_scripts (community_id, id)
);

-- Until when somebody has put an open question off; the promise goes on.
alter table desk_questions add column snoozed_until timestamptz;
