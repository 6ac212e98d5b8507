-- Response time: whose question it is since when, and all questions of a window without looking at the others.
alter table desk_questions add column assigned_at timestamptz;
create index desk_questions_by_time on desk_questions (community_id, at desc, id desc);
