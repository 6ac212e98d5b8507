-- Mails that are on their way out, and the proof of an e-mail address at joining.

-- Kept for a day after the end: for the limit on each recipient and for telling the visitor what became of the mail.
create table platform_mails (
  id             uuid primary key,
  -- What it is, `module.noun`.
  kind           text not null,
  -- Keyed hash of the mailbox; the address itself stands only in `sealed`.
  recipient_hash text not null,
  -- Address and words, encrypted; null as soon as the mail is sent or given up.
  sealed         text,
  state          text not null check (state in ('queued', 'delayed', 'sent', 'refused', 'expired')),
  -- Code of the latest failure, e.g. ECONNECTION.
  failure        text,
  attempts       int not null default 0,
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  settled_at     timestamptz,
  check ((sealed is null) = (state in ('sent', 'refused', 'expired')))
);
create index platform_mails_by_recipient on platform_mails (recipient_hash, created_at);
create index platform_mails_by_age on platform_mails (created_at);

-- The proof that a browser is working on in one community. The address is nowhere: only its keyed hash.
create table people_email_proofs (
  community_id uuid not null,
  device_id    uuid not null,
  email_hash   text not null,
  code_hash    text not null,
  tries        int not null default 0,
  mail_id      uuid not null,
  sent_at      timestamptz not null,
  expires_at   timestamptz not null,
  proven_at    timestamptz,
  -- How many codes were asked for since `window_at`.
  sends        int not null,
  window_at    timestamptz not null,
  primary key (community_id, device_id)
);
create index people_email_proofs_by_age on people_email_proofs (sent_at);

-- Addresses that identities have proven, as keyed hashes.
create table people_emails (
  community_id uuid not null,
  identity_id  uuid not null,
  email_hash   text not null,
  proven_at    timestamptz not null,
  primary key (community_id, identity_id, email_hash)
);

-- The addresses of a banned person while the ban is in force, also when the identity is erased.
create table people_ban_emails (
  community_id uuid not null,
  ban_id       uuid not null,
  email_hash   text not null,
  primary key (community_id, ban_id, email_hash)
);
create index people_ban_emails_by_email on people_ban_emails (community_id, email_hash);
