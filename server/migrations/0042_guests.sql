-- The guest book: people outside whom the community wants to win, who comes, what was exchanged and what came of it.

create table guests_guests (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  name         text not null check (char_length(name) between 1 and 60),
  kind         text not null check (kind in ('kol', 'speaker', 'merchant', 'partner', 'media')),
  field        text not null,
  intro        text not null,
  -- Public accounts: [{"place", "name", "followers", "asOf"}].
  platforms    jsonb not null,
  -- Private: only for who may read it, and the audit log keeps who did.
  contact      text not null,
  fee          text not null,
  -- How the community came to know this: self, agreed, public; introduced = nobody has asked them yet.
  source       text not null check (source in ('self', 'agreed', 'public', 'introduced')),
  source_note  text not null,
  -- What each side has promised.
  promises     text not null,
  stage        text not null check (stage in ('known', 'talked', 'agreed', 'came', 'friend', 'resting')),
  stage_since  timestamptz not null,
  -- The account of a member; an erased member is forgotten here, too.
  identity_id  uuid,
  next_at      timestamptz,
  next_what    text not null default '',
  next_task_id uuid,
  -- Counted from appearances.
  held         int not null default 0,
  last_on      date,
  -- By what the guest is found; nothing private is among it.
  tokens       int[] not null,
  version      int not null default 1,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  -- Whom this row turned out to be.
  merged_into  uuid,
  primary key (community_id, id),
  foreign key (community_id, merged_into) references guests_guests (community_id, id)
);
create index guests_guests_tokens on guests_guests using gin (tokens);
create index guests_guests_by_identity on guests_guests (community_id, identity_id) where identity_id is not null;
create index guests_guests_merged on guests_guests (community_id, merged_into) where merged_into is not null;

create table guests_appearances (
  community_id uuid not null,
  id           uuid not null,
  guest_id     uuid not null,
  -- A day of the community's zone.
  day          date not null,
  topic        text not null,
  group_id     uuid,
  state        text not null check (state in ('planned', 'held', 'cancelled')),
  -- How many listened, as the team counted; null = nobody has counted.
  listeners    int check (listeners >= 0),
  note         text not null,
  created_at   timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, guest_id) references guests_guests (community_id, id) on delete cascade
);
create index guests_appearances_of on guests_appearances (community_id, guest_id, day desc, id desc);

create table guests_history (
  community_id uuid not null,
  id           uuid not null,
  guest_id     uuid not null,
  kind         text not null check (kind in ('created', 'stage', 'note', 'reached', 'not_reached', 'merged')),
  from_stage   text,
  to_stage     text,
  note         text not null,
  at           timestamptz not null,
  -- The operator; null = the program.
  by_id        uuid,
  primary key (community_id, id),
  foreign key (community_id, guest_id) references guests_guests (community_id, id) on delete cascade
);
create index guests_history_of on guests_history (community_id, guest_id, at desc, id desc);
