-- Rules: the text that members read, who has read which version, terms to look for, what was stopped and what followed from it.

create table rules_texts (
  community_id           uuid not null references communities_communities (id),
  version                int not null,
  tone                   text not null default '',
  -- [{ key, name, welcome, unwelcome, consequence, reward, reason, watchedBy }]; a key stays when the words change.
  items                  jsonb not null,
  -- Whoever has read an older version is asked again.
  must_acknowledge_again boolean not null,
  published_at           timestamptz not null,
  published_by           text not null,
  primary key (community_id, version)
);

create table rules_acknowledged (
  community_id uuid not null,
  identity_id  uuid not null,
  version      int not null,
  at           timestamptz not null,
  primary key (community_id, identity_id, version)
);

-- One number for each community that grows with every change, so that what was compiled is known to be of today.
create table rules_revisions (
  community_id uuid primary key references communities_communities (id),
  revision     bigint not null
);

create table rules_lists (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  name         text not null,
  -- hold: a moderator looks first; stop: refused at once; watch: counts only beside something else.
  effect       text not null check (effect in ('hold', 'stop', 'watch')),
  mode         text not null check (mode in ('on', 'dry', 'off')),
  -- Key of the rule that it guards; null = the rule that the check of terms guards.
  rule         text,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  primary key (community_id, id)
);

create table rules_terms (
  community_id uuid not null,
  list_id      uuid not null,
  position     int not null,
  term         text not null,
  primary key (community_id, list_id, position),
  foreign key (community_id, list_id) references rules_lists (community_id, id) on delete cascade
);

-- What was held, refused, noticed or would have been, with its evidence; what is held lives nowhere else.
create table rules_cases (
  community_id      uuid not null references communities_communities (id),
  id                uuid not null,
  kind              text not null check (kind in ('held', 'stopped', 'said', 'dry')),
  group_id          uuid not null,
  identity_id       uuid not null,
  client_id         text,
  -- The message as it was about to be said; null when it was forgotten.
  draft             jsonb,
  -- [{ check, score, spans, words, … }], the heaviest first.
  evidence          jsonb not null,
  -- Key of a rule of the text, or the name of a check that guards none.
  rule              text not null,
  trust             text not null check (trust in ('new', 'member', 'core', 'team')),
  score             real not null,
  revision          bigint not null,
  state             text not null check (state in
    ('waiting', 'refused', 'released', 'upheld', 'appealed', 'overturned', 'confirmed', 'closed')),
  opened_at         timestamptz not null,
  -- The user who decided; null = nobody yet.
  decided_at        timestamptz,
  decided_by        uuid,
  note              text not null default '',
  appeal            text,
  appealed_at       timestamptz,
  appeal_decided_at timestamptz,
  appeal_decided_by uuid,
  appeal_note       text not null default '',
  -- The message that was said, or recorded on release.
  message_id        uuid,
  -- How often it was recorded: what was taken back and released again is another message.
  releases          int not null default 0,
  primary key (community_id, id),
  foreign key (community_id, group_id) references groups_groups (community_id, id)
);
create unique index rules_cases_of_post on rules_cases (community_id, group_id, identity_id, client_id)
  where kind in ('held', 'stopped') and client_id is not null;
create unique index rules_cases_of_message on rules_cases (community_id, group_id, message_id)
  where kind in ('said', 'dry');
create index rules_cases_open on rules_cases (community_id, id) where state in ('waiting', 'appealed') and kind <> 'dry';
create index rules_cases_by_identity on rules_cases (community_id, identity_id, id);
create index rules_cases_naming on rules_cases using gin ((draft -> 'mentions') jsonb_path_ops);
create index rules_cases_kept on rules_cases (community_id, decided_at)
  where draft is not null and decided_at is not null;

-- Steps of the ladder that somebody has come to.
create table rules_sanctions (
  community_id uuid not null,
  id           uuid not null,
  case_id      uuid not null,
  group_id     uuid not null,
  identity_id  uuid not null,
  rule         text not null,
  step         text not null check (step in ('remind', 'warn', 'talk', 'mute', 'remove')),
  -- proposed: waits for a human; dry: only noted what would have been.
  state        text not null check (state in ('proposed', 'applied', 'dry', 'declined', 'undone')),
  given_at     timestamptz not null,
  given_by     uuid,
  -- End of a mute.
  until        timestamptz,
  -- From then on it counts no more.
  decays_at    timestamptz not null,
  task_id      uuid,
  undone_at    timestamptz,
  undone_by    uuid,
  primary key (community_id, id),
  foreign key (community_id, case_id) references rules_cases (community_id, id)
);
create index rules_sanctions_by_identity on rules_sanctions (community_id, identity_id, rule, decays_at);
create index rules_sanctions_by_case on rules_sanctions (community_id, case_id);
