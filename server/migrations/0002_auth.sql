-- Who signs in. The columns of the first five tables are exactly those that better-auth expects (platform/auth/engine.ts
-- maps the names; engine.test.ts compares), so it never has anything to migrate.

create table platform_users (
  id                 uuid primary key,
  name               text not null,
  email              text not null unique check (email = lower(email)),
  email_verified     boolean not null default false,
  image              text,
  two_factor_enabled boolean not null default false,
  created_at         timestamptz not null,
  updated_at         timestamptz not null
);

create table platform_user_sessions (
  id         uuid primary key,
  user_id    uuid not null references platform_users on delete cascade,
  -- Worth nothing alone: the cookie carries it together with a signature under the installation's key.
  token      text not null unique,
  user_agent text,
  ip_address text,
  created_at timestamptz not null,
  -- Last use, exact to the hour; expires_at moves with it.
  updated_at timestamptz not null,
  expires_at timestamptz not null
);
create index platform_user_sessions_by_user on platform_user_sessions (user_id);
create index platform_user_sessions_by_expiry on platform_user_sessions (expires_at);

create table platform_user_accounts (
  id                       uuid primary key,
  user_id                  uuid not null references platform_users on delete cascade,
  provider_id              text not null,
  account_id               text not null,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz not null,
  updated_at               timestamptz not null,
  unique (user_id, provider_id, account_id)
);

create table platform_user_verifications (
  id         uuid primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index platform_user_verifications_by_identifier on platform_user_verifications (identifier);
create index platform_user_verifications_by_expiry on platform_user_verifications (expires_at);

create table platform_user_two_factor (
  id                        uuid primary key,
  user_id                   uuid not null unique references platform_users on delete cascade,
  -- Both encrypted under the installation's key.
  secret                    text not null,
  backup_codes              text not null,
  verified                  boolean not null default false,
  failed_verification_count int not null default 0,
  locked_until              timestamptz
);

-- Links that work once: the first set-up of the installation, and choosing a new password.
create table platform_user_links (
  id          uuid primary key,
  kind        text not null check (kind in ('setup', 'password')),
  user_id     uuid references platform_users on delete cascade,
  secret_hash text not null unique,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  check ((kind = 'setup') = (user_id is null))
);
create index platform_user_links_by_user on platform_user_links (user_id);

-- API tokens. community_id null = wherever the maker has a role; only the command line makes those.
create table platform_tokens (
  id           uuid primary key,
  community_id uuid,
  user_id      uuid not null references platform_users on delete cascade,
  name         text not null,
  scopes       text[] not null,
  secret_hash  text not null unique,
  -- The first characters, to recognise a token by.
  secret_start text not null,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz
);
create index platform_tokens_by_community on platform_tokens (community_id, id);
