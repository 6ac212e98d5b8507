-- What moderators decide teaches the community's own model of advertisements; verdicts can be decided again; word packs.

-- What a community has learned. Lessons up to `folded` are within `file`, those after it still have their words.
create table rules_learners (
  community_id uuid primary key references communities_communities (id),
  -- Grows with every change; a lesson has the version that it brought as its number.
  version      bigint not null,
  folded       bigint not null default 0,
  -- The last change that was more than one lesson at the end: who knows an older state builds it anew.
  rebuilt      bigint not null default 0,
  -- Deflated JSON of the model, null = only what is shipped.
  file         bytea check (octet_length(file) <= 8388608),
  -- Lessons up to here were thrown away, when, and what the model was before: for the way back.
  reset        bigint not null default 0,
  reset_at     timestamptz,
  reset_before bigint not null default 0,
  file_before  bytea check (octet_length(file_before) <= 8388608)
);

-- What was taught, one row for each decision about the wording.
create table rules_lessons (
  community_id uuid not null references communities_communities (id),
  number       bigint not null,
  source       text not null check (source in ('case', 'message', 'sentence', 'undo')),
  case_id      uuid,
  -- The words, until they are within the model; null from then on.
  text         text check (length(text) <= 4000),
  is_unwelcome boolean not null,
  -- A second person decided after the first.
  is_final     boolean not null,
  taught_by    uuid not null,
  taught_at    timestamptz not null,
  -- Who said it and who is named in it.
  people       uuid[] not null default '{}',
  -- How much it counted, 0 to 1, and what held it back.
  weight       double precision not null,
  held_back    text check (held_back in ('moderator', 'day', 'text')),
  primary key (community_id, number)
);
create index rules_lessons_by_case on rules_lessons (community_id, case_id) where case_id is not null;
create index rules_lessons_kept on rules_lessons (community_id, taught_at) where text is not null;
create index rules_lessons_people on rules_lessons using gin (people) where text is not null;

-- What was weighed against what: with it, evidence and trust give the very same verdict again. Null in cases from before.
alter table rules_cases add column thresholds jsonb;
alter table rules_cases alter column score type double precision;

-- Word packs that were added as a list.
create table rules_packs (
  community_id uuid not null,
  pack         text not null,
  list_id      uuid not null,
  primary key (community_id, pack),
  foreign key (community_id, list_id) references rules_lists (community_id, id) on delete cascade
);
