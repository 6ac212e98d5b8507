-- Levels: ladders that a community chooses, who stands where on them and why, and what levels give.
-- Standings hang on identities, so that merging and unmerging people changes nothing here.

create table levels_ladders (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  name         text not null,
  -- The one by which people are found in segments.
  main         boolean not null,
  policy       jsonb not null,
  -- From the first level up: [{ number, name, entry, staying, price, privileges }].
  levels       jsonb not null,
  -- Grows with every change; numbers of levels are never given twice.
  revision     int not null default 1,
  next_number  int not null,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  changed_by   text not null,
  deleted_at   timestamptz,
  -- The going through all people: what for, for which day, how far it has come; after a break it goes on from there.
  pass_cause   text check (pass_cause in ('placed', 'ladder', 'rules')),
  pass_tells   boolean not null default false,
  pass_after   uuid,
  passed_on    date,
  primary key (community_id, id)
);
create unique index levels_ladders_one_main on levels_ladders (community_id) where main and deleted_at is null;
create unique index levels_ladders_one_name on levels_ladders (community_id, lower(name)) where deleted_at is null;

-- Who has no row stands on the first level.
create table levels_standings (
  community_id uuid not null,
  ladder_id    uuid not null,
  identity_id  uuid not null,
  -- What holds: the lock, else the better of what rules and payment give.
  level        int not null,
  since        date not null,
  -- What the rules alone give, since when, and since when the rule for staying is not met.
  rule_level   int not null,
  rule_since   date not null,
  below_since  date,
  lock_level   int,
  lock_until   date,
  lock_reason  text,
  lock_by      text,
  paid_level   int,
  paid_until   date,
  -- The first day on which something changes by the mere passing of time.
  due_on       date,
  primary key (community_id, ladder_id, identity_id),
  foreign key (community_id, ladder_id) references levels_ladders (community_id, id),
  check ((lock_level is null) = (lock_by is null)),
  check ((paid_level is null) = (paid_until is null))
) with (fillfactor = 80);
create index levels_standings_by_identity on levels_standings (community_id, identity_id);
create index levels_standings_due on levels_standings (community_id, due_on) where due_on is not null;

create table levels_changes (
  community_id uuid not null,
  id           uuid not null,
  ladder_id    uuid not null,
  identity_id  uuid not null,
  from_level   int not null,
  to_level     int not null,
  up           boolean not null,
  cause        text not null check (cause in ('placed', 'ladder', 'rules', 'locked', 'unlocked', 'paid', 'expired')),
  -- For the team: which rule, or whose reason.
  why          text not null,
  at           timestamptz not null,
  by           text not null,
  tell         text not null check (tell in ('due', 'told', 'silent')),
  primary key (community_id, id)
);
create index levels_changes_by_identity on levels_changes (community_id, identity_id, id);
create index levels_changes_by_ladder on levels_changes (community_id, ladder_id, id);
create index levels_changes_due on levels_changes (community_id, id) where tell = 'due';

create table levels_payments (
  community_id uuid not null,
  id           uuid not null,
  ladder_id    uuid not null,
  identity_id  uuid not null,
  level        int not null,
  from_on      date not null,
  until_on     date not null,
  amount       bigint not null check (amount >= 0),
  currency     text not null,
  -- The entry in the ledger; null when nothing was paid.
  entry_id     uuid,
  note         text not null,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  revoked_at   timestamptz,
  reminded_at  timestamptz,
  primary key (community_id, id),
  foreign key (community_id, ladder_id) references levels_ladders (community_id, id)
);
create index levels_payments_by_identity on levels_payments (community_id, identity_id, id);
create index levels_payments_ending on levels_payments (community_id, until_on) where revoked_at is null and reminded_at is null;

-- Identities whose facts were made anew since their levels were looked at.
create table levels_marks (
  community_id uuid not null,
  identity_id  uuid not null,
  primary key (community_id, identity_id)
);
