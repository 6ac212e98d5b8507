-- People: person, identity, membership (an interval), the way in, the member's devices, bans, erasure, activity by day.
-- Everything else in the product refers to identity_id; only this module knows persons.

create table people_persons (
  community_id uuid not null,
  id           uuid not null,
  -- The self-introduction: { profession: { text, visibility }, … }.
  card         jsonb not null default '{}',
  privacy      jsonb not null default '{}',
  created_at   timestamptz not null,
  primary key (community_id, id)
);

create table people_identities (
  community_id uuid not null,
  id           uuid not null,
  -- Null for the community's own voice, bots, and tombstones.
  person_id    uuid,
  carrier      text not null,
  external_id  text not null,
  name         text not null,
  -- The name as others take it at a glance (case, width, spaces and look-alikes folded): for search and impersonation.
  name_key     text not null,
  picture_id   uuid,
  kind         text not null check (kind in ('member', 'bot', 'official', 'tombstone')),
  created_at   timestamptz not null,
  primary key (community_id, id),
  constraint people_identities_one_account unique (community_id, carrier, external_id)
);
create index people_identities_by_person on people_identities (community_id, person_id);
create index people_identities_by_name on people_identities (community_id, name_key);
create index people_identities_by_picture on people_identities (community_id, picture_id) where picture_id is not null;

-- One stay of one identity in one group. Coming back is a new row.
create table people_memberships (
  community_id uuid not null,
  id           uuid not null,
  group_id     uuid not null,
  identity_id  uuid not null,
  role         text not null default 'member' check (role in ('member', 'steward', 'admin', 'owner')),
  is_team      boolean not null generated always as (role <> 'member') stored,
  -- Channel of the entrance (name of the link), 'member' for a member's own invitation, 'roster' when seen on a carrier.
  source       text not null,
  link_id      uuid,
  code         text,
  inviter_id   uuid,
  joined_at    timestamptz not null,
  left_at      timestamptz,
  -- True when the person left silently and left_at only says "gone by then".
  left_bound   boolean not null default false,
  left_how     text check (left_how in ('left', 'kicked', 'banned', 'erased', 'gone')),
  muted_until  timestamptz,
  primary key (community_id, id),
  check ((left_at is null) = (left_how is null))
);
create unique index people_memberships_open on people_memberships (community_id, group_id, identity_id) where left_at is null;
create index people_memberships_by_group on people_memberships (community_id, group_id, joined_at, id) where left_at is null;
create index people_memberships_by_identity on people_memberships (community_id, identity_id, joined_at);

-- Which identity a member's browser carries: one for each community.
create table people_devices (
  community_id uuid not null,
  device_id    uuid not null,
  identity_id  uuid not null,
  -- What the member sees in the list of devices, e.g. "iPhone · Safari".
  label        text not null,
  bound_how    text not null check (bound_how in ('join', 'move', 'restore')),
  bound_at     timestamptz not null,
  primary key (community_id, device_id)
);
create index people_devices_by_device on people_devices (device_id);
create index people_devices_by_identity on people_devices (community_id, identity_id);

-- One-time links that bring an identity to another browser: made by the member (move) or by a steward (restore).
create table people_moves (
  community_id uuid not null,
  id           uuid not null,
  code_hash    text not null,
  identity_id  uuid not null,
  kind         text not null check (kind in ('move', 'restore')),
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  primary key (community_id, id),
  constraint people_moves_one_code unique (code_hash)
);
create index people_moves_by_identity on people_moves (community_id, identity_id);

-- A member's own invitation to a group; it ends with the stay of the member.
create table people_invites (
  community_id uuid not null,
  code         text not null,
  group_id     uuid not null,
  identity_id  uuid not null,
  created_at   timestamptz not null,
  primary key (community_id, code),
  constraint people_invites_one_code unique (code),
  constraint people_invites_one_each unique (community_id, group_id, identity_id)
);

-- Own texts of the privacy notice. None = version 1, which comes with the program.
create table people_notices (
  community_id uuid not null,
  version      int not null check (version > 1),
  text         text not null,
  created_at   timestamptz not null,
  created_by   text not null,
  primary key (community_id, version)
);

create table people_acknowledgements (
  community_id uuid not null,
  identity_id  uuid not null,
  version      int not null,
  at           timestamptz not null,
  primary key (community_id, identity_id, version)
);

create table people_applications (
  community_id uuid not null,
  id           uuid not null,
  group_id     uuid not null,
  identity_id  uuid not null,
  state        text not null check (state in ('waiting', 'accepted', 'declined', 'withdrawn')),
  -- What the applicant wrote in the steps, for the steward.
  answers      jsonb not null default '{}',
  source       text not null,
  link_id      uuid,
  code         text not null,
  inviter_id   uuid,
  applied_at   timestamptz not null,
  decided_at   timestamptz,
  decided_by   text,
  reason       text,
  primary key (community_id, id)
);
create unique index people_applications_open on people_applications (community_id, group_id, identity_id) where state = 'waiting';
create index people_applications_by_group on people_applications (community_id, group_id, state, id);
create index people_applications_by_identity on people_applications (community_id, identity_id, id);

create table people_bans (
  community_id uuid not null,
  id           uuid not null,
  -- Null = the whole community.
  group_id     uuid,
  identity_id  uuid not null,
  reason       text not null,
  banned_at    timestamptz not null,
  banned_by    text not null,
  lifted_at    timestamptz,
  lifted_by    text,
  primary key (community_id, id)
);
create unique index people_bans_open on people_bans (community_id, group_id, identity_id) nulls not distinct where lifted_at is null;
create index people_bans_by_identity on people_bans (community_id, identity_id);

-- The browsers that the banned person used. Kept when the identity is erased, or erasing oneself would lift a ban.
create table people_ban_devices (
  community_id uuid not null,
  ban_id       uuid not null,
  device_id    uuid not null,
  primary key (community_id, ban_id, device_id)
);
create index people_ban_devices_by_device on people_ban_devices (community_id, device_id);

-- The receipt of an erasure and, while it runs, where it stands. Holds no name.
create table people_erasures (
  community_id uuid not null,
  id           uuid not null,
  receipt_hash text not null,
  identity_ids uuid[] not null,
  tombstone_id uuid not null,
  requested_by text not null check (requested_by in ('member', 'operator')),
  requested_at timestamptz not null,
  -- Contributors that have finished, with the number of rows: { "messages": 120, … }.
  counts       jsonb not null default '{}',
  finished     text[] not null default '{}',
  done_at      timestamptz,
  primary key (community_id, id),
  constraint people_erasures_one_receipt unique (receipt_hash)
);

-- What an identity did in a group on a day (day of the message, in the community's zone).
create table people_days (
  community_id uuid not null,
  group_id     uuid not null,
  identity_id  uuid not null,
  day          date not null,
  messages     int not null default 0,
  pictures     int not null default 0,
  replies      int not null default 0,
  reactions    int not null default 0,
  primary key (community_id, group_id, identity_id, day)
) partition by hash (group_id);
do $$
begin
  for part in 0..31 loop
    execute format('create table people_days_%s partition of people_days for values with (modulus 32, remainder %s)',
                   lpad(part::text, 2, '0'), part);
  end loop;
end $$;
create index people_days_by_identity on people_days (community_id, identity_id, day);
