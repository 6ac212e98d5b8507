-- Links by which somebody takes everything about themselves along, made by the team when they ask for it. The archive itself is never
-- kept: it is written while it is downloaded.

create table people_archives (
  community_id uuid not null,
  id           uuid not null,
  code_hash    text not null,
  person_id    uuid not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  primary key (community_id, id),
  constraint people_archives_one_code unique (code_hash)
);
create index people_archives_by_person on people_archives (community_id, person_id);
