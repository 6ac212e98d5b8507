-- Who had a question from when to when, so that two who held it one after the other each count their own span.
create table desk_holds (
  community_id uuid not null,
  question_id  uuid not null,
  since        timestamptz not null,
  user_id      uuid not null,
  -- Null = has it still, or had it when it was settled.
  until        timestamptz,
  primary key (community_id, question_id, since),
  foreign key (community_id, question_id) references desk_questions (community_id, id) on delete cascade
);

insert into desk_holds (community_id, question_id, since, user_id)
select community_id, id, coalesce(assigned_at, at), assignee_id from desk_questions where assignee_id is not null;

alter table desk_questions drop column assigned_at;
