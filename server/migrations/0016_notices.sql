-- Notices: what reaches people when they are not looking: pushes to members' phones.

-- The key pair by which push services know this installation; made at the first subscription.
create table notices_keys (
  one         boolean primary key default true check (one),
  public_key  text not null,
  -- Sealed by the secret key.
  private_key text not null
);

-- Where a member's browser wants its pushes: one place for each device. The address is sealed: it is as good as a key to a phone.
create table notices_subscriptions (
  device_id     uuid primary key,
  endpoint_hash text not null unique,
  sealed        text not null,
  locale        text not null,
  used_at       timestamptz not null,
  failures      int not null default 0
);

-- What a member wants to hear of a group; without a row, what calls them by name.
create table notices_wishes (
  community_id uuid not null,
  group_id     uuid not null,
  identity_id  uuid not null,
  level        text not null check (level in ('all', 'calls', 'none')),
  primary key (community_id, group_id, identity_id)
);
create index notices_wishes_by_identity on notices_wishes (community_id, identity_id);

-- When a member does not want to be woken, in minutes of the community's day; without a row, the default of the program.
create table notices_quiet (
  community_id uuid not null,
  identity_id  uuid not null,
  from_minute  int not null check (from_minute between 0 and 1439),
  to_minute    int not null check (to_minute between 0 and 1439),
  primary key (community_id, identity_id)
);
