/**
 * The team of a community: grants of the platform, seen with names. Changes of one team wait for each other, so
 * that the last owner can't get lost between two of them.
 */
import { listGrants, removeGrant, setGrant, type Grant } from '../platform/auth/grants.ts';
import { findUsers } from '../platform/auth/index.ts';
import { teamRoles, tidyRoles, type TeamRole } from '../platform/auth/permissions.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { teamErrors } from './errors.ts';
import { memberAdded, memberRemoved, roleChanged } from './events.ts';
import { showTeamChange } from './live.ts';
import { judgeRoleChange } from './role.ts';
import { deleteCard, hideCard } from './store/public-cards.ts';
import { lockTeam } from './store/team-lock.ts';
import { releaseTasksOf, userOf } from './task.ts';

/** Somebody of the team. */
export interface TeamMember {
  userId: string;
  name: string;
  email: string | null;
  /** The highest of their roles. */
  role: TeamRole;
  roles: TeamRole[];
  since: Date;
}

/** The team, highest roles first. */
export async function listTeam(
  ctx: Ctx,
  communityId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: TeamMember[]; nextCursor: string | null }> {
  const after = page.cursor === undefined ? undefined : decodeCursor(page.cursor, 2);
  const isAfter = (grant: TeamGrant) =>
    !after || rank(grant) > Number(after[0]) || (rank(grant) === after[0] && grant.id > String(after[1]));
  // A team is a handful of people; the grants of a community are read at once anyway.
  const grants = (await readTeam(ctx, communityId))
    .filter(isAfter)
    .sort((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1));
  const { items, nextCursor } = toPage(grants, page.limit, (grant) => [rank(grant), grant.id]);
  return { items: await describe(ctx, items), nextCursor };
}

/** Gives somebody of the team other roles. */
export async function changeMember(
  ctx: Ctx,
  communityId: string,
  change: { userId: string; roles?: readonly TeamRole[] | undefined },
): Promise<TeamMember> {
  return inTransaction(ctx, async (inner) => {
    await lockTeam(inner, communityId);
    const team = await readTeam(inner, communityId);
    const grant = memberOf(team, change.userId);
    const roles = change.roles === undefined ? grant.roles : tidyRoles(change.roles);
    await giveRoles(inner, team, { communityId, userId: change.userId, roles });
    const [member] = await describe(inner, [{ ...grant, roles }]);
    return member!;
  });
}

/** Gives somebody of the team another role. */
export async function setRole(
  ctx: Ctx,
  member: { communityId: string; userId: string; role: TeamRole },
): Promise<TeamMember> {
  return changeMember(ctx, member.communityId, { userId: member.userId, roles: [member.role] });
}

/** Takes somebody off the team; oneself, too. Their open tasks go back to all. */
export async function removeMember(
  ctx: Ctx,
  { communityId, userId }: { communityId: string; userId: string },
): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    await lockTeam(inner, communityId);
    const team = await readTeam(inner, communityId);
    const [role] = memberOf(team, userId).roles;
    // Leaving by oneself needs no role above anybody.
    const by = userOf(inner.actor) === userId ? role! : roleOfActor(inner, team);
    check({ by, from: role!, to: null, owners: countOwners(team) });
    await removeGrant(inner, { userId, communityId });
    await deleteCard(inner, { communityId, userId });
    await releaseTasksOf(inner, communityId, userId);
    inner.emit(memberRemoved, communityId, { userId });
    showTeamChange(inner, communityId, userId);
  });
}

/** Leaves the team. */
export async function leaveTeam(ctx: Ctx, communityId: string): Promise<void> {
  const userId = userOf(ctx.actor);
  if (userId === null) throw platformErrors.not_found();
  await removeMember(ctx, { communityId, userId });
}

/** Takes a user into the team, or adds to the roles they have; none is lost. The caller has locked the team. */
export async function admitMember(
  ctx: Ctx,
  { communityId, userId, roles }: { communityId: string; userId: string; roles: readonly TeamRole[] },
): Promise<void> {
  const before = (await readTeam(ctx, communityId)).find((grant) => grant.subjectId === userId)?.roles;
  const after = tidyRoles([...(before ?? []), ...roles]);
  if (before && after.join() === before.join()) return;
  await setGrant(ctx, { userId, communityId, role: after });
  ctx.emit(before === undefined ? memberAdded : roleChanged, communityId, { userId });
  showTeamChange(ctx, communityId, userId);
}

/** The highest role of whoever acts in this community; null = the program itself. Throws for strangers. */
export async function actingRole(ctx: Ctx, communityId: string): Promise<TeamRole | null> {
  return roleOfActor(ctx, await readTeam(ctx, communityId));
}

/** The present roles of a user, highest first, read anew. */
export async function presentRoles(ctx: Ctx, communityId: string, userId: string): Promise<readonly TeamRole[]> {
  return (await readTeam(ctx, communityId)).find((grant) => grant.subjectId === userId)?.roles ?? [];
}

type TeamGrant = Omit<Grant, 'roles'> & { roles: TeamRole[] };

async function readTeam(ctx: Ctx, communityId: string): Promise<TeamGrant[]> {
  const grants = await listGrants(ctx, communityId);
  return grants.flatMap((grant) => {
    const roles = teamRoles.filter((role) => grant.roles.includes(role));
    return grant.subjectKind === 'operator' && roles.length > 0 ? [{ ...grant, roles }] : [];
  });
}

async function describe(ctx: Ctx, grants: readonly TeamGrant[]): Promise<TeamMember[]> {
  const users = new Map(
    (
      await findUsers(
        ctx,
        grants.map((grant) => grant.subjectId),
      )
    ).map((user) => [user.id, user]),
  );
  return grants.map(({ subjectId: userId, roles, createdAt }) => {
    const user = users.get(userId);
    const name = user?.name ?? ctx.t('team:unknown_member');
    return {
      userId,
      name,
      email: user?.email ?? null,
      role: roles[0]!,
      roles,
      since: createdAt,
    };
  });
}

async function giveRoles(
  ctx: Ctx,
  team: readonly TeamGrant[],
  { communityId, userId, roles }: { communityId: string; userId: string; roles: readonly TeamRole[] },
): Promise<void> {
  const { roles: before } = memberOf(team, userId);
  if (before.join() === roles.join()) return;
  check({ by: roleOfActor(ctx, team), from: before[0]!, to: roles[0]!, owners: countOwners(team) });
  await setGrant(ctx, { userId, communityId, role: roles });
  if (!ctx.services.permissions.allows(roles, 'tasks.do')) {
    await releaseTasksOf(ctx, communityId, userId);
    await hideCard(ctx, { communityId, userId });
  }
  ctx.emit(roleChanged, communityId, { userId });
  showTeamChange(ctx, communityId, userId);
}

function check(change: Parameters<typeof judgeRoleChange>[0]): void {
  const verdict = judgeRoleChange(change);
  if (!verdict.ok) throw teamErrors[verdict.reason]();
}

function memberOf(team: readonly TeamGrant[], userId: string): TeamGrant {
  const grant = team.find((candidate) => candidate.subjectId === userId);
  if (!grant) throw platformErrors.not_found();
  return grant;
}

function roleOfActor({ actor }: Ctx, team: readonly TeamGrant[]): TeamRole | null {
  if (actor.kind === 'system') return null;
  const userId = userOf(actor);
  const role = team.find((grant) => grant.subjectId === userId)?.roles[0];
  if (role === undefined) throw platformErrors.not_found();
  return role;
}

function countOwners(team: readonly TeamGrant[]): number {
  return team.filter((grant) => grant.roles.includes('owner')).length;
}

function rank(grant: TeamGrant): number {
  return teamRoles.indexOf(grant.roles[0]!);
}
