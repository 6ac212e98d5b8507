-- A community: the unit of purpose, team, permission and data; its assumptions; the playbooks that were played into it.

create table communities_communities (
  id                  uuid primary key,
  name                text not null check (char_length(name) between 1 and 60),
  kind                text not null,
  stage               text not null check (stage in ('funnel', 'ordinary', 'paid')),
  zone                text not null,
  -- Goes up with every change of zone: counters by local day know under which version they were counted.
  zone_version        int not null default 1,
  -- What the team stands for today, null until the canvas is adopted for the first time; and what is being written.
  purpose             jsonb,
  purpose_adopted_at  timestamptz,
  draft               jsonb not null default '{}',
  official_name       text not null check (char_length(official_name) between 1 and 60),
  official_picture_id uuid,
  founded_at          timestamptz not null,
  founded_by          text not null
);

-- Which zone was in force from when on.
create table communities_zones (
  community_id uuid not null references communities_communities (id),
  version      int not null,
  zone         text not null,
  since        timestamptz not null,
  primary key (community_id, version)
);

create table communities_assumptions (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  statement    text not null,
  stage        text not null check (stage in ('funnel', 'ordinary', 'paid')),
  status       text not null check (status in ('untested', 'confirmed', 'refuted')),
  evidence     text not null default '',
  created_at   timestamptz not null,
  -- When the status last left or returned to `untested`.
  decided_at   timestamptz,
  primary key (community_id, id),
  constraint communities_decided_needs_evidence check (status = 'untested' or evidence <> '')
);

-- The files themselves, so that sections that later modules learn to play are not lost.
create table communities_playbooks (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  playbook     text not null,
  file         text not null,
  parameters   jsonb not null,
  applied_at   timestamptz not null,
  applied_by   text not null,
  primary key (community_id, id)
);
