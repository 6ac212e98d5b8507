-- Tasks that are put off for a while, and those that went up because nobody got them done.

alter table team_tasks
  -- Until when somebody has put it off; its time goes on.
  add column snoozed_until   timestamptz,
  add column escalated_at    timestamptz,
  -- Why, in the words of whoever sent it up.
  add column escalation_word text not null default '';

create index team_tasks_by_assignee on team_tasks (community_id, assignee_id) where state = 'open';
create index team_tasks_late on team_tasks (due_at) where state = 'open' and escalated_at is null;
