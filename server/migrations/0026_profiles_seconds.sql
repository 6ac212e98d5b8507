-- Accounts that are not the first of their person: with them an index on accounts leads to the rows of facts without the table of all
-- accounts. Few people have a second one.
create table profiles_seconds (
  community_id uuid not null,
  identity_id  uuid not null,
  first_id     uuid not null,
  primary key (community_id, identity_id)
);
insert into profiles_stale (community_id, identity_id)
select i.community_id, i.id from people_identities i
where i.person_id is not null and exists (
  select from people_identities o where o.community_id = i.community_id and o.person_id = i.person_id and o.id < i.id)
on conflict do nothing;
