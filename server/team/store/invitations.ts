import { sql } from 'kysely';
import type { TeamRole } from '../../platform/auth/permissions.ts';
import type { Ctx } from '../../platform/context.ts';

/** All SQL on `team_invitations`. */

/** An invitation as it is kept; its code is only in the link. */
export interface Invitation {
  id: string;
  communityId: string;
  roles: TeamRole[];
  note: string;
  createdAt: Date;
  /** The user who invites; null = the program. */
  createdBy: string | null;
  expiresAt: Date;
  usedAt: Date | null;
  usedBy: string | null;
  revokedAt: Date | null;
}

const columns = sql`id, community_id as "communityId", roles, note, created_at as "createdAt", created_by as "createdBy",
  expires_at as "expiresAt", used_at as "usedAt", used_by as "usedBy", revoked_at as "revokedAt"`;

/** Inserts an invitation. */
export async function insertInvitation(
  ctx: Ctx,
  invitation: Pick<Invitation, 'id' | 'communityId' | 'roles' | 'note' | 'createdBy' | 'expiresAt'> & {
    codeHash: string;
  },
): Promise<Invitation> {
  const { rows } = await sql<Invitation>`
    insert into team_invitations (community_id, id, code_hash, roles, note, created_at, created_by, expires_at)
    values (${invitation.communityId}, ${invitation.id}, ${invitation.codeHash}, ${invitation.roles}, ${invitation.note},
            ${ctx.now()}, ${invitation.createdBy}, ${invitation.expiresAt})
    returning ${columns}`.execute(ctx.db);
  return rows[0]!;
}

/** The invitation of a code, in whatever state it is. */
export async function selectInvitation(ctx: Ctx, codeHash: string): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    select ${columns} from team_invitations where code_hash = ${codeHash}`.execute(ctx.db);
  return rows[0];
}

/** The same, and it stays as it is until the transaction ends. */
export async function lockInvitation(ctx: Ctx, codeHash: string): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    select ${columns} from team_invitations where code_hash = ${codeHash} for update`.execute(ctx.db);
  return rows[0];
}

/** Marks an invitation as used. */
export async function markUsed(ctx: Ctx, invitation: Invitation, userId: string): Promise<void> {
  await sql`
    update team_invitations set used_at = ${ctx.now()}, used_by = ${userId}
    where community_id = ${invitation.communityId} and id = ${invitation.id}`.execute(ctx.db);
}

/** Takes an invitation back that waits; undefined when there is none. */
export async function markRevoked(ctx: Ctx, communityId: string, id: string): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    update team_invitations set revoked_at = ${ctx.now()}
    where community_id = ${communityId} and id = ${id} and used_at is null and revoked_at is null
    returning ${columns}`.execute(ctx.db);
  return rows[0];
}

/** Invitations that can still be accepted, newest first. */
export async function selectOpenInvitations(
  ctx: Ctx,
  communityId: string,
  page: { before: string | null; limit: number },
): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${columns} from team_invitations
    where community_id = ${communityId} and used_at is null and revoked_at is null and expires_at > ${ctx.now()}
      and (${page.before}::uuid is null or id < ${page.before}::uuid)
    order by id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** How many invitations can still be accepted. */
export async function countOpenInvitations(ctx: Ctx, communityId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from team_invitations
    where community_id = ${communityId} and used_at is null and revoked_at is null and expires_at > ${ctx.now()}`.execute(
    ctx.db,
  );
  return rows[0]!.count;
}
