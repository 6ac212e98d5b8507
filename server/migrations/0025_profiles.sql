-- Profiles: what a team knows of people beyond the account (tags, fields, notes), and the facts by which they are found.
-- What is given to somebody hangs on an identity, so that merging people changes nothing here; facts are of persons and made anew.

create table profiles_tags (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  -- What stands in the facts instead of the id.
  number       int not null,
  name         text not null,
  created_at   timestamptz not null,
  created_by   text not null,
  deleted_at   timestamptz,
  primary key (community_id, id),
  constraint profiles_tags_one_number unique (community_id, number)
);
create unique index profiles_tags_one_name on profiles_tags (community_id, lower(name)) where deleted_at is null;

create table profiles_taggings (
  community_id uuid not null,
  identity_id  uuid not null,
  tag_id       uuid not null,
  given_at     timestamptz not null,
  given_by     text not null,
  -- The last day on which it holds; null = until it is taken away.
  expires_on   date,
  primary key (community_id, identity_id, tag_id),
  foreign key (community_id, tag_id) references profiles_tags (community_id, id)
);
create index profiles_taggings_by_tag on profiles_taggings (community_id, tag_id);

create table profiles_fields (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  name         text not null,
  kind         text not null check (kind in ('text', 'number', 'date', 'choice')),
  -- Of a choice: [{ number, name }]; numbers are never given twice.
  options      jsonb not null default '[]',
  -- Shown only to who may see private data, and whoever looks is noted.
  private      boolean not null,
  position     int not null,
  created_at   timestamptz not null,
  deleted_at   timestamptz,
  primary key (community_id, id)
);
create unique index profiles_fields_one_name on profiles_fields (community_id, lower(name)) where deleted_at is null;

create table profiles_values (
  community_id uuid not null,
  identity_id  uuid not null,
  field_id     uuid not null,
  text         text,
  -- The number itself, the days since 1970, or the number of the option; null for texts.
  num          double precision,
  set_at       timestamptz not null,
  set_by       text not null,
  primary key (community_id, identity_id, field_id),
  foreign key (community_id, field_id) references profiles_fields (community_id, id),
  check ((text is null) <> (num is null))
);
create index profiles_values_texts on profiles_values (community_id, field_id, identity_id) where text is not null;

create table profiles_notes (
  community_id uuid not null,
  id           uuid not null,
  identity_id  uuid not null,
  text         text not null,
  written_at   timestamptz not null,
  written_by   text not null,
  changed_at   timestamptz,
  deleted_at   timestamptz,
  primary key (community_id, id)
);
create index profiles_notes_by_identity on profiles_notes (community_id, identity_id, id);

-- Which place a fact has in the arrays; a place is never given to another fact.
create table profiles_columns (
  community_id uuid not null,
  fact         text not null,
  place        int not null,
  primary key (community_id, fact),
  constraint profiles_columns_one_place unique (community_id, place)
);

-- Words that stand as numbers in the facts, such as the channels through which people came.
create table profiles_words (
  community_id uuid not null,
  fact         text not null,
  word         text not null,
  number       int not null,
  primary key (community_id, fact, word)
);

-- One wide row for each person: counting a segment is one pass over narrow memory. -Infinity = not known.
create table profiles_facts (
  community_id uuid not null,
  person_id    uuid not null,
  -- The first of the person's identities.
  identity_id  uuid not null,
  -- The first day on which the row is no longer right by the mere passing of time.
  due_on       date,
  nums         double precision[] not null,
  tags         int[] not null,
  primary key (community_id, person_id)
) with (fillfactor = 80);
create index profiles_facts_by_identity on profiles_facts (community_id, identity_id);
create index profiles_facts_due on profiles_facts (community_id, due_on) where due_on is not null;

-- Identities of whom something has changed since their person's facts were made.
create table profiles_stale (
  community_id uuid not null,
  identity_id  uuid not null,
  primary key (community_id, identity_id)
);
insert into profiles_stale (community_id, identity_id)
select community_id, id from people_identities where person_id is not null;

create table profiles_segments (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  name         text not null,
  definition   jsonb not null,
  created_at   timestamptz not null,
  created_by   text not null,
  changed_at   timestamptz not null,
  deleted_at   timestamptz,
  primary key (community_id, id)
);
create unique index profiles_segments_one_name on profiles_segments (community_id, lower(name)) where deleted_at is null;
