-- How good answers are: what the asker says under one, and what others of the team think of those that were drawn for a second look.

create table desk_answers (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  question_id  uuid not null,
  group_id     uuid not null,
  message_id   uuid not null,
  asked_by     uuid not null,
  -- The account that said it, and the user behind the official voice.
  answered_by  uuid not null,
  operator_id  uuid,
  -- The official voice, or a host of the group.
  is_host      boolean not null,
  script_id    uuid,
  at           timestamptz not null,
  recalled_at  timestamptz,
  verdict      text check (verdict in ('helpful', 'unsolved', 'aside')),
  verdict_at   timestamptz,
  primary key (community_id, id),
  constraint desk_answers_one_each unique (community_id, question_id, message_id),
  check ((verdict is null) = (verdict_at is null))
);
create index desk_answers_by_asker on desk_answers (community_id, asked_by, group_id, at desc);
create index desk_answers_by_answerer on desk_answers (community_id, answered_by, id);
create index desk_answers_by_message on desk_answers (community_id, group_id, message_id);
create index desk_answers_by_time on desk_answers (community_id, at desc) where is_host;

create table desk_reviews (
  community_id uuid not null,
  answer_id    uuid not null,
  -- A user of the team, never the one who answered.
  reviewer_id  uuid not null,
  is_right     boolean not null,
  is_kind      boolean not null,
  is_complete  boolean not null,
  note         text not null,
  at           timestamptz not null,
  primary key (community_id, answer_id, reviewer_id),
  foreign key (community_id, answer_id) references desk_answers (community_id, id) on delete cascade
);
create index desk_reviews_by_time on desk_reviews (community_id, at desc);

-- Answers from before: who of the hosts was a host then is not known any more, so only those of the official voice.
insert into desk_answers (community_id, id, question_id, group_id, message_id, asked_by, answered_by, operator_id, is_host, at)
select q.community_id, gen_random_uuid(), q.id, q.group_id, q.answered_message_id, q.asked_by, q.answered_by,
  case when q.settled_by like 'operator:%' then substring(q.settled_by from 10)::uuid end, true, q.answered_at
from desk_questions q
where q.state = 'answered' and q.answered_how = 'team' and q.answered_by is not null and q.answered_message_id is not null;
