-- The desk: one inbox over all groups, open questions and the promise to answer them. Beside it what the inbox, Today and the
-- list of people need of earlier modules, so that no screen has to read messages.

-- Where each group's talk stands, so that the inbox never reads messages.
create table desk_groups (
  community_id    uuid not null,
  group_id        uuid not null,
  -- How many messages of members have been heard here so far; unread is the difference to an operator's mark.
  heard           bigint not null default 0,
  last_message_id uuid,
  last_at         timestamptz,
  last_author_id  uuid,
  last_kind       text,
  last_excerpt    text not null default '',
  primary key (community_id, group_id)
) with (fillfactor = 60);

-- How far each operator has read in each group.
create table desk_reads (
  community_id uuid not null,
  user_id      uuid not null,
  group_id     uuid not null,
  heard        bigint not null,
  at           timestamptz not null,
  primary key (community_id, user_id, group_id)
) with (fillfactor = 60);

-- Messages that speak to the team: they name the official voice or a host of the group, or answer one of them.
create table desk_mentions (
  community_id uuid not null,
  group_id     uuid not null,
  message_id   uuid not null,
  author_id    uuid not null,
  -- The group's count with this message: not yet seen by whoever has read less.
  heard        bigint not null,
  at           timestamptz not null,
  primary key (community_id, group_id, message_id)
);
create index desk_mentions_by_count on desk_mentions (community_id, group_id, heard);
create index desk_mentions_by_author on desk_mentions (community_id, author_id);
create index desk_mentions_by_age on desk_mentions (at);

create table desk_questions (
  community_id        uuid not null,
  id                  uuid not null,
  group_id            uuid not null,
  message_id          uuid not null,
  asked_by            uuid not null,
  at                  timestamptz not null,
  excerpt             text not null,
  -- Until when the community has promised an answer; null without a promise.
  due_at              timestamptz,
  state               text not null check (state in ('open', 'answered', 'closed')),
  assignee_id         uuid,
  -- reply = somebody answered it by name, linked = it follows from the talk, team = said so by the team.
  answered_how        text check (answered_how in ('reply', 'linked', 'team')),
  answered_by         uuid,
  answered_message_id uuid,
  answered_at         timestamptz,
  close_reason        text check (close_reason in ('settled', 'no_question', 'recalled', 'expired')),
  settled_at          timestamptz,
  -- `operator:…`, `token:…`, `system:…`
  settled_by          text,
  -- When it was found overdue; the task that says so has the question's id in its key.
  overdue_at          timestamptz,
  overdue_task_id     uuid,
  primary key (community_id, id),
  constraint desk_questions_one_each unique (community_id, group_id, message_id),
  check ((state = 'open') = (settled_at is null)),
  check ((state = 'answered') = (answered_how is not null)),
  check ((state = 'closed') = (close_reason is not null))
);
create index desk_questions_open on desk_questions (community_id, coalesce(due_at, 'infinity'), id) where state = 'open';
create index desk_questions_open_by_group on desk_questions (community_id, group_id, at) where state = 'open';
create index desk_questions_settled on desk_questions (community_id, settled_at desc, id desc) where state <> 'open';
create index desk_questions_due on desk_questions (due_at) where state = 'open' and overdue_at is null;
create index desk_questions_by_age on desk_questions (at) where state = 'open';
create index desk_questions_by_answer on desk_questions (community_id, group_id, answered_message_id) where answered_message_id is not null;
create index desk_questions_by_asker on desk_questions (community_id, asked_by, id);
create index desk_questions_by_answerer on desk_questions (community_id, answered_by, id) where answered_by is not null;

-- More of a group's day: who spoke (different people), what the hosts said (official voice, owner, admins, stewards), check-ins.
alter table groups_days
  add column speakers int not null default 0,
  add column host_messages int not null default 0,
  add column check_ins int not null default 0;

update groups_days d set speakers = counted.speakers
from (select community_id, group_id, day, count(*)::int as speakers from people_days where messages > 0 group by 1, 2, 3) counted
where d.community_id = counted.community_id and d.group_id = counted.group_id and d.day = counted.day;

update groups_days d set host_messages = counted.messages
from (
  select said.community_id, said.group_id, said.day, sum(said.messages)::int as messages
  from people_days said
  where exists (select from people_identities i
                where i.community_id = said.community_id and i.id = said.identity_id and i.kind = 'official')
     or exists (select from people_memberships m
                where m.community_id = said.community_id and m.group_id = said.group_id
                  and m.identity_id = said.identity_id and m.left_at is null and m.is_team)
  group by 1, 2, 3
) counted
where d.community_id = counted.community_id and d.group_id = counted.group_id and d.day = counted.day;

-- The last day on which an identity said something anywhere; written once a day for each, read by the list of people.
create table people_seen (
  community_id uuid not null,
  identity_id  uuid not null,
  last_on      date not null,
  primary key (community_id, identity_id)
);
create index people_seen_by_day on people_seen (community_id, last_on desc, identity_id desc);
insert into people_seen (community_id, identity_id, last_on)
select community_id, identity_id, max(day) from people_days where messages > 0 group by 1, 2;

-- Every character and every pair of neighbours of a folded name: names are short and often Chinese, where trigrams find nothing.
create function people_name_grams(name text) returns text[]
language sql immutable strict parallel safe
as $$
  select array(
    select distinct substr(name, first, size)
    from generate_series(1, char_length(name)) as first, generate_series(1, 2) as size
    where first + size - 1 <= char_length(name))
$$;
create index people_identities_name_grams on people_identities using gin (people_name_grams(name_key));
create index people_memberships_by_source on people_memberships (community_id, source, identity_id);
create index people_memberships_by_inviter on people_memberships (community_id, inviter_id) where inviter_id is not null;
