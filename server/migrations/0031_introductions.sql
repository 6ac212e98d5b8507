-- Introductions: how people find each other. What may be found of a person is written down in one row, made anew when a name, a card
-- or a stay has changed; who is in no group now has none.

create table introductions_faces (
  community_id uuid not null references communities_communities (id),
  person_id    uuid not null,
  -- All accounts of the person, the first one first.
  identity_ids uuid[] not null,
  -- May be found by members of other groups.
  findable     boolean not null,
  groups       uuid[] not null,
  -- How many lines of the card group mates may read.
  lines        smallint not null,
  -- Folded; null when they are not for group mates.
  city         text,
  industry     text,
  -- Numbers of what may be typed to find them (lib/text/typed-forms.ts): names, short lines, offers, needs; only what group mates may read.
  tokens       int[] not null,
  -- The same of the lines of the card that are for the team only.
  team_tokens  int[] not null,
  primary key (community_id, person_id)
);
create index introductions_faces_by_token on introductions_faces using gin (tokens);
create index introductions_faces_by_team_token on introductions_faces using gin (team_tokens);
create index introductions_faces_by_group on introductions_faces using gin (groups);
create index introductions_faces_by_identity on introductions_faces using gin (identity_ids);
create index introductions_faces_by_lines on introductions_faces (community_id, lines desc, person_id desc);
create index introductions_faces_by_city on introductions_faces (community_id, city) where city is not null;
create index introductions_faces_by_industry on introductions_faces (community_id, industry) where industry is not null;

-- Accounts of whose person something has changed.
create table introductions_stale (
  community_id uuid not null,
  identity_id  uuid not null,
  primary key (community_id, identity_id)
);
insert into introductions_stale (community_id, identity_id)
  select community_id, id from people_identities where person_id is not null;

-- Who does not want to be asked to fill the card any more.
create table introductions_asides (
  community_id uuid not null,
  identity_id  uuid not null,
  at           timestamptz not null,
  primary key (community_id, identity_id)
);
