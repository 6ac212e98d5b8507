-- Several roles for each operator. Whoever has a role keeps exactly what it allowed; nobody gets more.
alter table platform_grants add column roles text[];
update platform_grants set roles = array[role];
alter table platform_grants alter column roles set not null, add check (cardinality(roles) > 0), drop column role;

alter table team_invitations add column roles text[];
update team_invitations set roles = array[role];
alter table team_invitations
  alter column roles set not null,
  add check (cardinality(roles) > 0 and roles <@ array['owner', 'admin', 'operator', 'planner', 'editor', 'steward', 'moderator', 'business', 'trainer', 'viewer']),
  drop column role;
