-- Members watch too: what they report, how a case that began so is seen, and the last step of the ladder.

create table rules_reports (
  community_id uuid not null,
  id           uuid not null,
  case_id      uuid not null,
  group_id     uuid not null,
  message_id   uuid not null,
  -- Told to nobody but those who decide; never to the author.
  reporter_id  uuid not null,
  author_id    uuid not null,
  reason       text not null check (reason in ('rule', 'advert', 'insult', 'fraud', 'unsafe', 'other')),
  -- Key of a rule of the text, when that is the reason.
  rule         text,
  -- Own words; null when there are none, or they were forgotten.
  words        text,
  reported_at  timestamptz not null,
  outcome      text not null default 'waiting' check (outcome in ('waiting', 'true', 'false')),
  settled_at   timestamptz,
  -- Thanked in words, once, whatever is decided again and again.
  thanked_at   timestamptz,
  points       int not null default 0,
  -- The entry of the points that stand, and how often points were booked: each booking has its own key.
  entry_id     uuid,
  bookings     int not null default 0,
  primary key (community_id, id),
  foreign key (community_id, case_id) references rules_cases (community_id, id)
);
create unique index rules_reports_one_each on rules_reports (community_id, case_id, reporter_id);
create index rules_reports_by_reporter on rules_reports (community_id, reporter_id, id);
create index rules_reports_by_author on rules_reports (community_id, author_id, reported_at);

alter table rules_cases
  -- How many people have reported it.
  add column reports int not null default 0,
  -- leads: about somebody of the team, so only owners and admins see it, and of them not the one it is about.
  add column audience text not null default 'team' check (audience in ('team', 'leads')),
  -- Who spoke with the community's voice: the key of an actor, operator:<user id>.
  add column spoken_by text,
  -- Taken out of the group by the weight of reports, until somebody looks.
  add column hidden_at timestamptz;
create index rules_cases_reported on rules_cases (community_id, id) where reports > 0;

-- What dry mode noted of a message does not stand in the way of a real case about it.
drop index rules_cases_of_message;
create unique index rules_cases_of_message on rules_cases (community_id, group_id, message_id, kind)
  where kind in ('said', 'dry');

alter table rules_sanctions drop constraint rules_sanctions_step_check;
alter table rules_sanctions add constraint rules_sanctions_step_check
  check (step in ('remind', 'warn', 'talk', 'mute', 'remove', 'ban'));
-- What is needed to put it back as it was: the stay that a removal ended.
alter table rules_sanctions add column stay jsonb;
