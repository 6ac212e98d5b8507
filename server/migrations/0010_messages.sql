-- The talk. One sequence for each group numbers both new messages (seq) and later changes of them (changed_seq).

create table messages (
  community_id  uuid not null,
  group_id      uuid not null,
  id            uuid not null,
  seq           bigint not null,
  -- Equal to seq until the message is changed (recalled, edited, pinned, reacted to).
  changed_seq   bigint not null,
  at            timestamptz not null,
  received_at   timestamptz not null,
  origin        text not null,
  kind          text not null,
  author_id     uuid not null,
  -- The operator who spoke with the official voice.
  operator_id   text,
  client_id     text,
  external_id   text,
  text          text not null,
  picture       jsonb,
  reply_to      uuid,
  -- [{"identityId": uuid | "all", "name": text as it stands in the text}]
  mentions      jsonb,
  pinned_at     timestamptz,
  edited_at     timestamptz,
  recalled_at   timestamptz,
  recalled_by   text,
  primary key (community_id, group_id, id)
) partition by hash (group_id);

do $$
begin
  for part in 0..31 loop
    execute format(
      'create table messages_p%s partition of messages for values with (modulus 32, remainder %s)
         with (fillfactor = 95, autovacuum_vacuum_insert_scale_factor = 0.05)',
      to_char(part, 'FM00'), part);
  end loop;
end $$;

create unique index messages_by_seq on messages (community_id, group_id, seq);
-- Not partial: its beginning also finds everything of one author.
create unique index messages_by_author on messages (community_id, group_id, author_id, client_id);
create unique index messages_by_external on messages (community_id, group_id, external_id) where external_id is not null;
create index messages_by_time on messages (community_id, group_id, at, id);
-- Fresh messages are found by seq; only changed ones need an entry here.
create index messages_by_change on messages (community_id, group_id, changed_seq) where changed_seq > seq;
create index messages_pinned on messages (community_id, group_id, pinned_at) where pinned_at is not null;
create index messages_announced on messages (community_id, group_id, at, id) where kind = 'announcement';

-- The row that serialises writers of one group: it is locked before anything is numbered, so numbers have no gaps and
-- become visible in order. Narrow, with room for updates in place.
create table messages_sequences (
  community_id uuid not null,
  group_id     uuid not null,
  last         bigint not null,
  primary key (community_id, group_id)
) with (fillfactor = 40);

-- What search reads: tokens of the text, the group, the author and the kind, each under the week of the message.
create table messages_search (
  community_id uuid not null,
  at           timestamptz not null,
  message_id   uuid not null,
  group_id     uuid not null,
  tokens       bigint[] not null,
  primary key (community_id, at, message_id)
) partition by hash (community_id);

do $$
begin
  for part in 0..7 loop
    execute format(
      'create table messages_search_p%s partition of messages_search for values with (modulus 8, remainder %s)
         with (autovacuum_vacuum_insert_scale_factor = 0.05)', part, part);
    -- Tokens are hashes: their statistics say nothing and cost much.
    execute format('alter table messages_search_p%s alter column tokens set statistics 0', part);
    execute format('alter table messages_search_p%s alter column tokens set storage external', part);
  end loop;
end $$;
-- New entries wait in a short list and are merged some thousand at a time, which is three times as fast as one by one; the
-- list is kept so short that reading through it costs a search less than a millisecond.
create index messages_search_tokens on messages_search using gin (tokens) with (fastupdate = on, gin_pending_list_limit = 256);

-- The newest rows that have one token of each term. The planner believes that comparing two arrays is as cheap as comparing two
-- numbers and that rare tokens are common, and would read whole tables (measured: 286 ms instead of 0.7 ms over 21,000 rows);
-- so here it is left nothing but the index. Materialised, so that it does not walk the time index in the hope of an early match.
create function messages_find(
  community uuid, terms text[], groups uuid[], since timestamptz, before_at timestamptz, before_id uuid, most int
) returns table (at timestamptz, message_id uuid, group_id uuid)
language plpgsql stable
set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off set jit = off
as $$
declare
  conditions text;
begin
  select string_agg(format('s.tokens && %L::bigint[]', term), ' and ') into conditions from unnest(terms) as term;
  return query execute format(
    'with found as materialized (
       select s.at, s.message_id, s.group_id from messages_search s where s.community_id = $1 and %s
     )
     select * from found f
     where ($2 is null or f.group_id = any($2)) and f.at >= $3 and (f.at, f.message_id) < ($4, $5)
     order by f.at desc, f.message_id desc limit $6', conditions)
  using community, groups, since, before_at, before_id, most;
end $$;

-- The weeks in which a group has messages: where search has to look.
create table messages_weeks (
  community_id uuid not null,
  group_id     uuid not null,
  week         int not null,
  primary key (community_id, group_id, week)
);

-- Who is spoken to; erasure finds here the names that stand in other people's texts.
create table messages_mentions (
  community_id uuid not null,
  identity_id  uuid not null,
  group_id     uuid not null,
  message_id   uuid not null,
  seq          bigint not null,
  primary key (community_id, identity_id, group_id, message_id)
);

create table messages_reactions (
  community_id uuid not null,
  group_id     uuid not null,
  message_id   uuid not null,
  key          text not null,
  identity_id  uuid not null,
  at           timestamptz not null,
  primary key (community_id, group_id, message_id, key, identity_id)
);
create index messages_reactions_by_identity on messages_reactions (community_id, identity_id);

create table messages_reads (
  community_id uuid not null,
  group_id     uuid not null,
  identity_id  uuid not null,
  seq          bigint not null,
  at           timestamptz not null,
  primary key (community_id, group_id, identity_id)
) with (fillfactor = 60);
create index messages_reads_by_seq on messages_reads (community_id, group_id, seq);

-- Where a message that was recorded first has still to reach its platform.
create table messages_deliveries (
  community_id uuid not null,
  group_id     uuid not null,
  message_id   uuid not null,
  state        text not null check (state in ('waiting', 'delivered', 'skipped', 'uncertain', 'refused')),
  task_id      uuid,
  reason       text,
  at           timestamptz not null,
  primary key (community_id, group_id, message_id)
);
