-- What every module stands on: event log, subscriptions, idempotency keys, grants, devices, settings, files, audit.

create table platform_events (
  id           bigint generated always as identity primary key,
  -- The transaction that wrote the row. Readers stay behind the oldest running transaction, so a late commit is never skipped.
  xid          xid8 not null default pg_current_xact_id(),
  name         text not null,
  community_id uuid,
  payload      jsonb not null,
  at           timestamptz not null
);
create index platform_events_by_commit on platform_events (xid, id);
create index platform_events_by_age on platform_events (at);

create table platform_subscriptions (
  name       text primary key,
  xid        xid8 not null,
  id         bigint not null,
  failures   int not null default 0,
  moved_at   timestamptz not null default now()
);

create table platform_idempotency (
  subject      text not null,
  key          text not null,
  request_hash text not null,
  status       int,
  body         text,
  created_at   timestamptz not null,
  primary key (subject, key)
);
create index platform_idempotency_by_age on platform_idempotency (created_at);

-- Who may do what where. community_id null = the whole installation.
create table platform_grants (
  id           uuid primary key,
  community_id uuid,
  subject_kind text not null check (subject_kind in ('operator', 'token')),
  subject_id   text not null,
  role         text not null,
  created_at   timestamptz not null,
  created_by   text not null,
  unique nulls not distinct (subject_kind, subject_id, community_id)
);
create index platform_grants_by_community on platform_grants (community_id);

-- A browser of a member: one random secret in a cookie. `people` binds it to identities.
create table platform_devices (
  id           uuid primary key,
  secret_hash  text not null unique,
  created_at   timestamptz not null,
  seen_at      timestamptz not null,
  revoked_at   timestamptz
);

create table platform_settings (
  -- The nil uuid stands for the whole installation, so that the key needs no nulls.
  community_id uuid not null default '00000000-0000-0000-0000-000000000000',
  module       text not null,
  value        jsonb not null,
  changed_at   timestamptz not null,
  changed_by   text not null,
  primary key (community_id, module)
);

create table platform_audit (
  id           uuid primary key,
  community_id uuid,
  at           timestamptz not null,
  actor_kind   text not null,
  actor_id     text,
  action       text not null,
  target_kind  text,
  target_id    text,
  detail       jsonb not null default '{}',
  request_id   text not null
);
create index platform_audit_by_community on platform_audit (community_id, id desc);
create index platform_audit_by_target on platform_audit (community_id, target_kind, target_id, id desc);
