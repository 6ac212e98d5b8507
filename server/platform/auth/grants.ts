import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { recordAudit } from '../audit/audit.ts';
import { newId } from '../ids.ts';
import { actorId, actorKey, type Actor } from './actor.ts';
import { findTwoFactorDue } from './second-factor.ts';
import { tidyRoles, type installationRole, type Permission, type TeamRole } from './permissions.ts';

/** A role of a community or of the installation. */
export type Role = TeamRole | typeof installationRole;

/** Who has which roles where. `communityId` null = the whole installation. */
export interface Grant {
  id: string;
  communityId: string | null;
  subjectKind: 'operator' | 'token';
  subjectId: string;
  /** At least one, from most to least. */
  roles: Role[];
  createdAt: Date;
}

/** The roles of an operator in a community, none for strangers. An installer has no say inside communities that did not invite them. */
export async function findRoles(ctx: Ctx, userId: string, communityId: string | null): Promise<readonly string[]> {
  return ctx.memo(`roles:${userId}:${communityId}`, async () => {
    const { rows } = await sql<{ roles: string[] }>`
      select roles from platform_grants
      where subject_kind = 'operator' and subject_id = ${userId} and community_id is not distinct from ${communityId}::uuid
    `.execute(ctx.db);
    return rows[0]?.roles ?? [];
  });
}

/** Whether a user may do something in a community, whoever asks. */
export async function userMay(
  ctx: Ctx,
  user: { userId: string; communityId: string },
  permission: Permission,
): Promise<boolean> {
  return ctx.services.permissions.allows(await findRoles(ctx, user.userId, user.communityId), permission);
}

/**
 * What the actor may do in a community: `granted`, `member` (knows the community, lacks this permission) or `stranger`
 * (must not even learn that it exists), `second_factor` (may, once the second step that the community asks for is switched on).
 */
export async function checkPermission(
  ctx: Ctx,
  permission: Permission,
  communityId: string | null,
): Promise<'granted' | 'member' | 'stranger' | 'second_factor'> {
  const { actor } = ctx;
  if (actor.kind === 'system') return 'granted';
  if (actor.kind !== 'operator' && actor.kind !== 'token') return 'stranger';
  if (actor.kind === 'token' && actor.communityId !== null && actor.communityId !== communityId) return 'stranger';
  const roles = await findRoles(ctx, actor.userId, communityId);
  if (roles.length === 0) return 'stranger';
  if (actor.kind === 'token' && !actor.scopes.includes(permission)) return 'member';
  if (!ctx.services.permissions.allows(roles, permission)) return 'member';
  const due = communityId === null ? null : await findTwoFactorDue(ctx, { userId: actor.userId, communityId });
  return due !== null && due <= ctx.now() ? 'second_factor' : 'granted';
}

/** Gives a role or several, replacing those that the subject had there, and keeps it in the audit log. Run it in a transaction. */
export async function setGrant(
  ctx: Ctx,
  grant: { userId: string; communityId: string | null; role: Role | readonly TeamRole[] },
): Promise<void> {
  const roles = typeof grant.role === 'string' ? [grant.role] : tidyRoles(grant.role);
  if (roles.length === 0) throw new Error('a grant without a role: remove it instead');
  const { rows } = await sql<{ roles: string[] }>`
    select roles from platform_grants
    where subject_kind = 'operator' and subject_id = ${grant.userId}
      and community_id is not distinct from ${grant.communityId}::uuid for update`.execute(ctx.db);
  const before = rows[0]?.roles.join(' ') ?? null;
  if (before === roles.join(' ')) return;
  await sql`
    insert into platform_grants (id, community_id, subject_kind, subject_id, roles, created_at, created_by)
    values (${newId(ctx.now())}, ${grant.communityId}, 'operator', ${grant.userId}, ${roles}, ${ctx.now()},
            ${actorKey(ctx.actor)})
    on conflict (subject_kind, subject_id, community_id) do update set roles = excluded.roles`.execute(ctx.db);
  await recordAudit(ctx, {
    communityId: grant.communityId,
    action: 'auth.grant_role',
    target: { kind: 'user', id: grant.userId },
    detail: { role: roles.join(' '), before },
  });
  ctx.afterCommit(() => ctx.services.live.recheckAll());
}

/** Takes all roles away, and keeps it in the audit log; true when there was one. Run it in a transaction. */
export async function removeGrant(ctx: Ctx, grant: { userId: string; communityId: string | null }): Promise<boolean> {
  const { rows } = await sql<{ roles: string[] }>`
    delete from platform_grants
    where subject_kind = 'operator' and subject_id = ${grant.userId}
      and community_id is not distinct from ${grant.communityId}::uuid
    returning roles`.execute(ctx.db);
  const [gone] = rows;
  if (!gone) return false;
  await recordAudit(ctx, {
    communityId: grant.communityId,
    action: 'auth.remove_role',
    target: { kind: 'user', id: grant.userId },
    detail: { before: gone.roles.join(' ') },
  });
  // Who listens by this role hears no more.
  ctx.afterCommit(() => ctx.services.live.recheckAll());
  return true;
}

/** All grants of one community, oldest first. */
export async function listGrants(ctx: Ctx, communityId: string | null): Promise<Grant[]> {
  const { rows } = await sql<Grant>`
    select id, community_id as "communityId", subject_kind as "subjectKind", subject_id as "subjectId", roles,
           created_at as "createdAt"
    from platform_grants where community_id is not distinct from ${communityId}::uuid order by created_at, id
  `.execute(ctx.db);
  return rows;
}

/** The communities in which the actor has a role, with all of them. */
export async function listGrantedCommunities(ctx: Ctx): Promise<{ communityId: string; roles: TeamRole[] }[]> {
  const userId = operatorId(ctx.actor);
  if (userId === null) return [];
  const bound = ctx.actor.kind === 'token' ? ctx.actor.communityId : null;
  const { rows } = await sql<{ communityId: string; roles: TeamRole[] }>`
    select community_id as "communityId", roles from platform_grants
    where subject_kind = 'operator' and subject_id = ${userId} and community_id is not null
      and (${bound}::uuid is null or community_id = ${bound}::uuid)
    order by created_at, id`.execute(ctx.db);
  return rows;
}

function operatorId(actor: Actor): string | null {
  return actor.kind === 'token' ? actor.userId : actor.kind === 'operator' ? actorId(actor) : null;
}
