-- Lists of terms with comments and a last day; how long something has only noted; dry runs over what was said lately.

alter table rules_terms add column comment text not null default '' check (length(comment) <= 200);
-- The last day on which it is looked for; null = without end.
alter table rules_terms add column expires date;
create index rules_terms_by_term on rules_terms (community_id, list_id, term);

-- Grows with every change of the terms, so that what was made ready is known to be of today.
alter table rules_lists add column version bigint not null default 1;

-- Since when a check (`check ads`) or a list (`list <id>`) only notes.
create table rules_shadows (
  community_id uuid not null references communities_communities (id),
  subject      text not null,
  since        timestamptz not null,
  primary key (community_id, subject)
);
-- What was noted by a list or a check is counted over its whole time.
create index rules_cases_noted on rules_cases (community_id, id) where kind = 'dry';

-- What a list, a check or thresholds would have stopped: asked for, looked through in the background, kept for a day.
create table rules_dry_runs (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  -- What is tried: { kind, … }.
  about        jsonb not null,
  state        text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  -- From when on, and how many messages: fewer than were said when these are too many.
  since        timestamptz not null,
  said         int not null default 0,
  total        int not null default 0,
  looked       int not null default 0,
  -- Stopped by it, probably wrong among these, and no longer stopped.
  hits         int not null default 0,
  doubtful     int not null default 0,
  freed        int not null default 0,
  asked_by     text not null,
  asked_at     timestamptz not null,
  ended_at     timestamptz,
  primary key (community_id, id)
);
create index rules_dry_runs_old on rules_dry_runs (asked_at);

-- Messages that would have been stopped; what they say is read from the talk when they are shown.
create table rules_dry_hits (
  community_id uuid not null,
  run_id       uuid not null,
  number       int not null,
  group_id     uuid not null,
  message_id   uuid not null,
  identity_id  uuid not null,
  at           timestamptz not null,
  action       text not null check (action in ('hold', 'stop')),
  trust        text not null,
  score        double precision not null,
  evidence     jsonb not null,
  -- Why it is probably wrong: known, welcomed, released.
  doubts       text[] not null,
  primary key (community_id, run_id, number),
  foreign key (community_id, run_id) references rules_dry_runs (community_id, id) on delete cascade
);
create index rules_dry_hits_by_identity on rules_dry_hits (community_id, identity_id);
