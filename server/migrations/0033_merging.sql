-- Merging persons: what was merged and how it is taken apart again; who looks like the same human, and on what evidence.

create table people_merges (
  community_id uuid not null,
  id           uuid not null,
  kept_id      uuid not null,
  gone_id      uuid not null,
  -- The accounts that moved.
  identity_ids uuid[] not null,
  -- { card, privacy } of both before, and what was made of them.
  kept_before  jsonb not null,
  gone_before  jsonb not null,
  merged       jsonb not null,
  gone_since   timestamptz not null,
  merged_at    timestamptz not null,
  merged_by    text not null,
  undone_at    timestamptz,
  undone_by    text,
  primary key (community_id, id)
);
create index people_merges_by_kept on people_merges (community_id, kept_id);
create index people_merges_by_gone on people_merges (community_id, gone_id);

-- Two persons who may be one human; each pair once, the smaller id first.
create table people_likenesses (
  community_id uuid not null,
  one_id       uuid not null,
  other_id     uuid not null,
  -- [{ kind, value }]
  evidence     jsonb not null,
  confidence   text not null check (confidence in ('sure', 'likely', 'maybe')),
  state        text not null default 'open' check (state in ('open', 'refused')),
  found_at     timestamptz not null,
  decided_at   timestamptz,
  decided_by   text,
  primary key (community_id, one_id, other_id),
  check (one_id < other_id)
);
create index people_likenesses_by_other on people_likenesses (community_id, other_id);
create index people_likenesses_open on people_likenesses (community_id, confidence, one_id, other_id) where state = 'open';

-- Identities that nobody has compared yet since something about them has changed.
create table people_uncompared (
  community_id uuid not null,
  identity_id  uuid not null,
  primary key (community_id, identity_id)
);
insert into people_uncompared (community_id, identity_id)
select community_id, id from people_identities where person_id is not null;

-- An account as its platform knows it, whatever brought it here; the web's own and nameless ones are none.
create function people_account_of(carrier text, external_id text) returns text language sql immutable parallel safe as $$
  select case
    when carrier in ('web', 'official', 'tombstone') or external_id ~ '^(id|name):' then null
    when length(regexp_replace(external_id, '^[a-z]+:', '')) < 4 then null
    else lower(regexp_replace(external_id, '^[a-z]+:', ''))
  end
$$;
create index people_identities_by_account on people_identities (community_id, people_account_of(carrier, external_id))
  where people_account_of(carrier, external_id) is not null;
create index people_emails_by_hash on people_emails (community_id, email_hash);
