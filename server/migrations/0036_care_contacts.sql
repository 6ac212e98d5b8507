-- Contacts out of care: whom the team writes to and whom, by lot, not yet, so that what contact does can be measured.
create table care_contacts (
  community_id uuid not null references communities_communities (id),
  id           uuid not null,
  -- The person's first account.
  identity_id  uuid not null,
  -- contact = by lot, held = by lot not contacted for now, direct = chosen by hand and not measured.
  arm          text not null check (arm in ('contact', 'held', 'direct')),
  -- Drawn before anybody was contacted: the same seed gives the same lots.
  seed         text not null,
  share        double precision not null,
  -- Where they stood then: active days of the 62 days before the last 28, of the last 28, and the last word.
  days_before  int not null,
  days_now     int not null,
  last_on      date,
  assigned_at  timestamptz not null,
  assigned_by  text not null,
  task_id      uuid,
  outcome      text check (outcome in ('talked', 'no_answer', 'left_alone')),
  cause        text check (cause in ('mood', 'shy', 'return', 'atmosphere', 'other')),
  note         text not null default '',
  settled_at   timestamptz,
  settled_by   text,
  -- Whether they spoke in the 28 days after the lots were drawn.
  returned     boolean,
  measured_at  timestamptz,
  primary key (community_id, id)
);
create index care_contacts_by_identity on care_contacts (community_id, identity_id, assigned_at);
create index care_contacts_to_measure on care_contacts (assigned_at) where measured_at is null;
