-- Alerts: what reaches operators who are not looking at the console.

-- What an operator wants to be told of, and when not; without a row, the default for their roles.
create table alerts_wishes (
  user_id     uuid primary key,
  level       text not null check (level in ('off', 'at_once', 'digest')),
  from_minute int not null check (from_minute between 0 and 1439),
  to_minute   int not null check (to_minute between 0 and 1439),
  -- The language in which it was chosen.
  locale      text not null
);

-- What an operator is to be told: each thing once, whatever is heard how often.
create table alerts_news (
  community_id uuid not null,
  user_id      uuid not null,
  kind         text not null check (kind in ('alarm', 'question')),
  subject_id   uuid not null,
  group_id     uuid not null,
  at           timestamptz not null,
  -- When the mail that tells of it was queued; null while it waits. Told ones stay for two days, for the limit of mails.
  mailed_at    timestamptz,
  primary key (community_id, user_id, kind, subject_id)
);
create index alerts_news_by_user on alerts_news (user_id, at);
