-- Introductions that both agree to, and the exchange board of offers and needs.

create table introductions_requests (
  community_id   uuid not null references communities_communities (id),
  id             uuid not null,
  -- Accounts; when the team suggests, the two are equals and neither has agreed yet.
  from_id        uuid not null,
  to_id          uuid not null,
  -- The user of the team who suggests it.
  suggested_by   uuid,
  -- What on the board it is about.
  entry_id       uuid,
  why            text not null,
  state          text not null check (state in ('open', 'accepted', 'declined', 'withdrawn', 'expired')),
  -- How each wants to be reached by the other; forgotten unless both agree.
  from_words     text,
  to_words       text,
  from_agreed_at timestamptz,
  to_agreed_at   timestamptz,
  declined_by    uuid,
  -- Taken back by who asked; they are not told that it was declined before.
  withdrawn_at   timestamptz,
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  settled_at     timestamptz,
  from_outcome   text check (from_outcome in ('met', 'quiet', 'made')),
  to_outcome     text check (to_outcome in ('met', 'quiet', 'made')),
  primary key (community_id, id),
  check (from_id <> to_id)
);
create index introductions_requests_from on introductions_requests (community_id, from_id, created_at desc);
create index introductions_requests_to on introductions_requests (community_id, to_id, created_at desc);
create index introductions_requests_due on introductions_requests (expires_at) where state = 'open';
create index introductions_requests_entry on introductions_requests (community_id, entry_id) where entry_id is not null;

-- Who does not want to be asked by whom any more: the two no longer find each other.
create table introductions_blocks (
  community_id uuid not null,
  blocker_id   uuid not null,
  blocked_id   uuid not null,
  at           timestamptz not null,
  primary key (community_id, blocker_id, blocked_id)
);
create index introductions_blocks_of on introductions_blocks (community_id, blocked_id);

-- The exchange board: what somebody offers or needs, for a while, for everybody in the community.
create table introductions_entries (
  community_id  uuid not null references communities_communities (id),
  id            uuid not null,
  identity_id   uuid not null,
  kind          text not null check (kind in ('offer', 'need')),
  text          text not null check (char_length(text) between 1 and 200),
  -- Its words without those that say nothing, by which offers and needs are matched.
  terms         text[] not null,
  created_at    timestamptz not null,
  valid_until   timestamptz not null,
  closed_at     timestamptz,
  -- What its owner said when taking it down: it came about here.
  is_made       boolean not null default false,
  hidden_at     timestamptz,
  hidden_by     uuid,
  hidden_reason text,
  primary key (community_id, id)
);
create index introductions_entries_newest on introductions_entries (community_id, created_at desc, id desc);
create index introductions_entries_of on introductions_entries (community_id, identity_id);
create index introductions_entries_by_term on introductions_entries using gin (terms);
