-- "Everybody in this segment has this tag until they leave it": one rule for a tag at most.

create table profiles_tag_rules (
  community_id uuid not null,
  tag_id       uuid not null,
  segment_id   uuid not null,
  made_at      timestamptz not null,
  made_by      text not null,
  -- When people were last compared; null = not yet.
  followed_at  timestamptz,
  primary key (community_id, tag_id),
  foreign key (community_id, tag_id) references profiles_tags (community_id, id),
  foreign key (community_id, segment_id) references profiles_segments (community_id, id)
);

-- Only what a rule gave is taken by it.
alter table profiles_taggings add column by_rule boolean not null default false;
