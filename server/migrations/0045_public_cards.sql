-- What somebody of the team shows to members: whom to ask for what, and when they are there. Posts, which granted nothing and were
-- shown nowhere, go.
create table team_public_cards (
  community_id uuid not null references communities_communities (id),
  user_id      uuid not null,
  name         text not null,
  -- What to ask them.
  asks         text not null,
  -- When they are there, in their own words.
  hours        text not null,
  is_shown     boolean not null,
  changed_at   timestamptz not null,
  primary key (community_id, user_id)
);

drop table team_posts;
