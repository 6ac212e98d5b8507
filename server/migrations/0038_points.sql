-- Points: who earned what by which rule (the ledger holds the value), caps of a day, gifts.

create table points_awards (
  community_id uuid not null,
  -- The key of the entry in the ledger.
  key          text not null,
  identity_id  uuid not null,
  kind         text not null,
  amount       int not null,
  entry_id     uuid,
  day          date not null,
  at           timestamptz not null,
  primary key (community_id, key)
);
create index points_awards_by_identity on points_awards (community_id, identity_id, day);
create index points_awards_by_entry on points_awards (community_id, entry_id);
create index points_awards_by_day on points_awards (community_id, day);

-- What somebody has had on a day, by rule and (kind '') in all; whoever adds holds the row, so caps hold under a rush.
create table points_days (
  community_id uuid not null,
  identity_id  uuid not null,
  day          date not null,
  kind         text not null,
  points       int not null,
  primary key (community_id, identity_id, day, kind)
);
create index points_days_by_day on points_days (community_id, day);

create table points_gifts (
  community_id uuid not null,
  id           uuid not null,
  from_id      uuid not null,
  to_id        uuid not null,
  amount       int not null check (amount > 0),
  note         text not null,
  message_id   uuid,
  entry_id     uuid not null,
  at           timestamptz not null,
  reversed_at  timestamptz,
  primary key (community_id, id),
  check (from_id <> to_id)
);
create index points_gifts_from on points_gifts (community_id, from_id, id);
create index points_gifts_to on points_gifts (community_id, to_id, id);

-- Who does not want to be on the board.
create table points_hidden (
  community_id uuid not null,
  identity_id  uuid not null,
  primary key (community_id, identity_id)
);
