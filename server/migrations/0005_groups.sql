-- Groups, what new groups of a tier start with, the links that lead into them, and what happened in them each day.

create table groups_groups (
  community_id      uuid not null references communities_communities (id),
  id                uuid not null unique,
  carrier           text not null,
  external_id       text,
  name              text not null check (char_length(name) between 1 and 60),
  tier              text not null check (tier in ('funnel', 'ordinary', 'paid', 'holding', 'campaign', 'lecture')),
  lifecycle         text not null check (lifecycle in ('new', 'growing', 'mature', 'declining', 'dead', 'dissolved')),
  lifecycle_since   timestamptz not null,
  capacity          int not null check (capacity > 0),
  -- Seats taken. May exceed a capacity that was lowered later; nobody is removed for that.
  members           int not null default 0 check (members >= 0),
  picture_id        uuid,
  muted_all         boolean not null default false,
  slow_mode_seconds int not null default 0 check (slow_mode_seconds >= 0),
  name_locked       boolean not null default false,
  private_adding    boolean not null default false,
  approval          boolean not null default false,
  notice_text       text,
  notice_at         timestamptz,
  notice_by         text,
  created_at        timestamptz not null,
  last_activity_at  timestamptz,
  primary key (community_id, id)
) with (fillfactor = 70);
create unique index groups_external on groups_groups (community_id, carrier, external_id) where external_id is not null;

-- What a new group of this tier starts with in this community; absent = the product's own defaults.
create table groups_tier_defaults (
  community_id      uuid not null references communities_communities (id),
  tier              text not null check (tier in ('funnel', 'ordinary', 'paid', 'holding', 'campaign', 'lecture')),
  capacity          int not null check (capacity > 0),
  muted_all         boolean not null,
  slow_mode_seconds int not null check (slow_mode_seconds >= 0),
  name_locked       boolean not null,
  private_adding    boolean not null,
  approval          boolean not null,
  primary key (community_id, tier)
);

create table groups_links (
  community_id uuid not null,
  id           uuid not null,
  group_id     uuid not null,
  -- Stable for ever, so that a new public address only means a new picture.
  code         text not null unique,
  channel      text not null,
  expires_at   timestamptz,
  max_uses     int check (max_uses > 0),
  uses         int not null default 0 check (uses >= 0),
  revoked_at   timestamptz,
  created_at   timestamptz not null,
  created_by   text not null,
  primary key (community_id, id),
  foreign key (community_id, group_id) references groups_groups (community_id, id),
  constraint groups_links_not_overused check (max_uses is null or uses <= max_uses)
);
create index groups_links_by_group on groups_links (community_id, group_id, id);

create table groups_days (
  community_id uuid not null,
  group_id     uuid not null,
  -- The calendar day in the community's zone when the thing happened.
  day          date not null,
  messages     int not null default 0,
  reactions    int not null default 0,
  joins        int not null default 0,
  leaves       int not null default 0,
  primary key (community_id, group_id, day)
) partition by hash (group_id);

do $$
begin
  for part in 0..31 loop
    execute format('create table groups_days_%s partition of groups_days for values with (modulus 32, remainder %s)',
                   lpad(part::text, 2, '0'), part);
  end loop;
end $$;
