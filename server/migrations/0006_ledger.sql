-- The ledger: accounts, balanced entries in points and money, and the nightly proof that the sums are right.

create table ledger_accounts (
  community_id uuid not null,
  id           uuid not null,
  owner_kind   text not null check (owner_kind in ('identity', 'group', 'community', 'escrow', 'issuer', 'debt')),
  owner_id     uuid not null,
  unit         text not null check (unit = 'points' or unit ~ '^[A-Z]{3}$'),
  -- In minor units; null on issuing accounts, which would otherwise be one row that everybody waits for.
  balance      bigint,
  -- How many postings there are, which is the number of the last one; stays 0 on issuing accounts.
  postings     bigint not null default 0,
  -- An account that ever owed something knows its debt account, and the debt account its debtor.
  debt_id      uuid,
  debtor_id    uuid,
  created_at   timestamptz not null,
  -- Set when the owner was erased: only reversals may still touch it.
  closed_at    timestamptz,
  primary key (community_id, id),
  constraint ledger_issuers_keep_no_balance check ((owner_kind = 'issuer') = (balance is null)),
  constraint ledger_never_negative check (owner_kind not in ('identity', 'group', 'community', 'escrow') or balance >= 0),
  constraint ledger_debts_never_positive check (owner_kind <> 'debt' or balance <= 0),
  constraint ledger_debts_have_a_debtor check ((owner_kind = 'debt') = (debtor_id is not null)),
  -- Beyond 2^53 a number is not exact in JavaScript.
  constraint ledger_balances_are_exact check (balance between -9007199254740991 and 9007199254740991)
) with (fillfactor = 70);
create unique index ledger_accounts_by_owner on ledger_accounts (community_id, owner_kind, owner_id, unit)
  where closed_at is null;
create index ledger_accounts_of_owner on ledger_accounts (community_id, owner_id);

create table ledger_entries (
  community_id uuid not null,
  id           uuid not null,
  key          text not null check (char_length(key) between 1 and 300),
  kind         text not null,
  memo         text not null default '',
  -- Fingerprint of what moves, to tell a repeat from another entry under the same key.
  content      text not null,
  -- When it counts, and when it was written.
  at           timestamptz not null,
  created_at   timestamptz not null,
  created_by   text not null,
  reverses     uuid,
  primary key (community_id, id),
  constraint ledger_entries_by_key unique (community_id, key)
);
create unique index ledger_entries_by_reversed on ledger_entries (community_id, reverses) where reverses is not null;

-- Order of the postings of issuing accounts, which have no counter of their own. Gaps mean nothing.
create sequence ledger_issuing_order;

create table ledger_postings (
  community_id  uuid not null,
  account_id    uuid not null,
  seq           bigint not null,
  entry_id      uuid not null,
  amount        bigint not null check (amount <> 0),
  -- Null on issuing accounts.
  balance_after bigint,
  primary key (community_id, account_id, seq) include (amount)
);
create index ledger_postings_by_entry on ledger_postings (community_id, entry_id);

-- At commit every entry that was touched has postings, on existing accounts, and they sum to zero in every unit. It stands
-- for foreign keys too: those would lock the issuing accounts' rows.
-- A connection may have planned it while the tables were empty; without sequential scans and joins to choose from, that plan
-- stays good when they have grown.
create function ledger_assert_balance(community uuid, entry uuid) returns void language plpgsql
  set enable_seqscan = off as $$
begin
  if exists (
    select from (
      select p.amount, (select a.unit from ledger_accounts a
                        where a.community_id = p.community_id and a.id = p.account_id) as unit
      from ledger_postings p where p.community_id = community and p.entry_id = entry
    ) legs
    group by unit having sum(amount) <> 0 or unit is null
  ) or not exists (select from ledger_entries where community_id = community and id = entry) then
    raise exception 'entry % does not balance, or its postings have no entry or account', entry
      using errcode = 'check_violation', table = 'ledger_postings', constraint = 'ledger_entries_balance';
  end if;
end $$;

create function ledger_assert_complete(community uuid, entry uuid) returns void language plpgsql
  set enable_seqscan = off as $$
begin
  if exists (select from ledger_entries where community_id = community and id = entry)
     <> exists (select from ledger_postings where community_id = community and entry_id = entry) then
    raise exception 'entry % has no postings, or its postings no entry', entry
      using errcode = 'check_violation', table = 'ledger_entries', constraint = 'ledger_entries_complete';
  end if;
end $$;

create function ledger_check_posting() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then perform ledger_assert_balance(new.community_id, new.entry_id); end if;
  if tg_op <> 'INSERT' then
    perform ledger_assert_complete(old.community_id, old.entry_id);
    if exists (select from ledger_entries where community_id = old.community_id and id = old.entry_id) then
      perform ledger_assert_balance(old.community_id, old.entry_id);
    end if;
  end if;
  return null;
end $$;

create function ledger_check_entry() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform ledger_assert_complete(old.community_id, old.id); end if;
  if tg_op <> 'DELETE' then perform ledger_assert_complete(new.community_id, new.id); end if;
  return null;
end $$;

create constraint trigger ledger_postings_balance after insert or update or delete on ledger_postings
  deferrable initially deferred for each row execute function ledger_check_posting();
create constraint trigger ledger_entries_balance after insert or delete or update of community_id, id on ledger_entries
  deferrable initially deferred for each row execute function ledger_check_entry();

-- What each nightly proof found.
create table ledger_reconciliations (
  community_id  uuid not null,
  id            uuid not null,
  at            timestamptz not null,
  ok            boolean not null,
  accounts      bigint not null,
  entries       bigint not null,
  postings      bigint not null,
  finding_count bigint not null,
  -- The first of them.
  findings      jsonb not null,
  primary key (community_id, id)
);
