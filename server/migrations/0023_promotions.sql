-- Promotions: what was promoted in which group, what it cost the group's credit, what waits to be said, what the team has taught.

-- One row for each group that has ever had a promotion. It is locked while a place of the budget is taken; `own` replaces what holds for the tier.
create table promotions_groups (
  community_id uuid not null,
  group_id     uuid not null,
  -- { perWeek, gapHours, quiet }; null = as the tier.
  own          jsonb,
  primary key (community_id, group_id),
  foreign key (community_id, group_id) references groups_groups (community_id, id)
);

create table promotions_promotions (
  community_id  uuid not null references communities_communities (id),
  id            uuid not null,
  group_id      uuid not null,
  message_id    uuid not null,
  client_id     text,
  -- team: the official voice; host: owner, admin, steward of the group by their own name; member: anybody else.
  voice         text not null check (voice in ('team', 'host', 'member')),
  -- Null for the official voice.
  identity_id   uuid,
  at            timestamptz not null,
  -- The calendar day in the community's zone when it was said.
  day           date not null,
  -- label = said so by the speaker, sign = link, card or order list, wording = its words, taught = nearly the same as something that
  -- the team has corrected, team = corrected by the team.
  known_by      text not null check (known_by in ('label', 'sign', 'wording', 'taught', 'team')),
  -- [{ sign, words }]: why, never more of the text than hosts and prices.
  signs         jsonb not null,
  -- It answers somebody who has spoken before.
  is_answer     boolean not null,
  -- `operator:…`, `token:…`, `system:…`
  said_by       text not null,
  -- What would have held it, and why it went all the same.
  overruled     jsonb,
  insisted      text,
  dismissed_at  timestamptz,
  dismissed_by  text,
  primary key (community_id, id),
  constraint promotions_one_each unique (community_id, group_id, message_id)
);
create unique index promotions_of_client on promotions_promotions (community_id, group_id, client_id) where client_id is not null;
create index promotions_by_time on promotions_promotions (community_id, group_id, at);
create index promotions_of_community on promotions_promotions (community_id, at);
create index promotions_by_identity on promotions_promotions (community_id, identity_id, at) where identity_id is not null;

-- Messages that answer a promotion; the id alone, so that hearing of it twice counts once.
create table promotions_replies (
  community_id uuid not null,
  promotion_id uuid not null,
  message_id   uuid not null,
  primary key (community_id, promotion_id, message_id),
  foreign key (community_id, promotion_id) references promotions_promotions (community_id, id) on delete cascade
);

create table promotions_scheduled (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  group_id     uuid not null,
  client_id    text not null,
  -- { kind, text, picture, replyTo, mentions }; null once it is said or cancelled.
  words        jsonb,
  due_at       timestamptz not null,
  state        text not null check (state in ('waiting', 'sent', 'cancelled', 'held')),
  made_at      timestamptz not null,
  -- The user in whose name it will be said.
  made_by      uuid not null,
  -- How often it was still too early when it was due, and why.
  moves        int not null default 0,
  reason       text,
  message_id   uuid,
  settled_at   timestamptz,
  settled_by   text,
  primary key (community_id, id),
  constraint promotions_scheduled_once unique (community_id, group_id, client_id),
  foreign key (community_id, group_id) references groups_groups (community_id, id),
  check ((state = 'waiting') = (settled_at is null))
);
create index promotions_scheduled_due on promotions_scheduled (due_at) where state = 'waiting';
create index promotions_scheduled_by_group on promotions_scheduled (community_id, group_id, due_at) where state = 'waiting';
create index promotions_scheduled_settled on promotions_scheduled (community_id, settled_at) where state <> 'waiting';

-- What a day has brought to a group and taken from it, and the balance in the evening; made from counters, can be counted again.
create table promotions_days (
  community_id uuid not null,
  group_id     uuid not null,
  day          date not null,
  answers      int not null,
  check_ins    int not null,
  reactions    int not null,
  promotions   int not null,
  value        double precision not null,
  spent        double precision not null,
  balance      double precision not null,
  primary key (community_id, group_id, day)
);

-- What the team has said of single messages: hashes of texts, no words.
create table promotions_lessons (
  community_id uuid not null references communities_communities (id),
  message_id   uuid not null,
  hash         text not null,
  promotion    boolean not null,
  at           timestamptz not null,
  by           text not null,
  primary key (community_id, message_id)
);
create index promotions_lessons_by_age on promotions_lessons (community_id, at);
