import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** A member's own invitation to a group. */
export interface Invite {
  communityId: string;
  code: string;
  groupId: string;
  identityId: string;
}

const inviteColumns = sql`community_id as "communityId", code, group_id as "groupId", identity_id as "identityId"`;

/** Keeps an invitation unless the member has one for this group; gives the one that counts. */
export async function upsertInvite(ctx: Ctx, invite: Invite): Promise<Invite> {
  const { rows } = await sql<Invite>`
    insert into people_invites as i (community_id, code, group_id, identity_id, created_at)
    values (${invite.communityId}, ${invite.code}, ${invite.groupId}, ${invite.identityId}, ${ctx.now()})
    on conflict on constraint people_invites_one_each do update set created_at = i.created_at
    returning ${inviteColumns}`.execute(ctx.db);
  return rows[0]!;
}

/** The invitation with this code. */
export async function selectInvite(ctx: Ctx, code: string): Promise<Invite | undefined> {
  const { rows } = await sql<Invite>`select ${inviteColumns} from people_invites where code = ${code}`.execute(ctx.db);
  return rows[0];
}

/** Ends the invitations of identities, in one group or everywhere. */
export async function deleteInvites(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null; identityIds: readonly string[] },
): Promise<void> {
  await sql`
    delete from people_invites
    where community_id = ${which.communityId} and identity_id = any(${which.identityIds}::uuid[])
      and (${which.groupId}::uuid is null or group_id = ${which.groupId}::uuid)`.execute(ctx.db);
}

/** A request to be let in. */
export interface Application {
  id: string;
  communityId: string;
  groupId: string;
  identityId: string;
  state: 'waiting' | 'accepted' | 'declined' | 'withdrawn';
  answers: Record<string, unknown>;
  source: string;
  linkId: string | null;
  code: string;
  inviterId: string | null;
  appliedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: string | null;
}

const applicationColumns = sql`a.id, a.community_id as "communityId", a.group_id as "groupId", a.identity_id as "identityId",
  a.state, a.answers, a.source, a.link_id as "linkId", a.code, a.inviter_id as "inviterId", a.applied_at as "appliedAt",
  a.decided_at as "decidedAt", a.decided_by as "decidedBy", a.reason`;

/** Keeps an application unless the same one is waiting; true when it is new. */
export async function insertApplication(
  ctx: Ctx,
  application: Omit<Application, 'state' | 'appliedAt' | 'decidedAt' | 'decidedBy' | 'reason'>,
): Promise<boolean> {
  const { rows } = await sql`
    insert into people_applications
      (community_id, id, group_id, identity_id, state, answers, source, link_id, code, inviter_id, applied_at)
    values (${application.communityId}, ${application.id}, ${application.groupId}, ${application.identityId}, 'waiting',
            ${JSON.stringify(application.answers)}::jsonb, ${application.source}, ${application.linkId},
            ${application.code}, ${application.inviterId}, ${ctx.now()})
    on conflict do nothing returning id`.execute(ctx.db);
  return rows.length > 0;
}

/** The latest application of an identity to a group. */
export async function selectLatestApplication(
  ctx: Ctx,
  place: { communityId: string; groupId: string; identityId: string },
): Promise<Application | undefined> {
  const { rows } = await sql<Application>`
    select ${applicationColumns} from people_applications a
    where a.community_id = ${place.communityId} and a.group_id = ${place.groupId} and a.identity_id = ${place.identityId}
    order by a.id desc limit 1`.execute(ctx.db);
  return rows[0];
}

/** All applications of identities, newest first. */
export async function selectApplicationsOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Application[]> {
  const { rows } = await sql<Application>`
    select ${applicationColumns} from people_applications a
    where a.community_id = ${communityId} and a.identity_id = any(${identityIds}::uuid[]) order by a.id desc`.execute(
    ctx.db,
  );
  return rows;
}

/** Where a device already is, or waits, through an entrance that may lead nowhere for others by now. */
export async function selectSettledByCode(
  ctx: Ctx,
  deviceId: string,
  code: string,
): Promise<{ groupId: string; waits: boolean } | undefined> {
  const { rows } = await sql<{ groupId: string; waits: boolean }>`
    select m.group_id as "groupId", false as waits
    from people_devices d join people_memberships m on m.community_id = d.community_id and m.identity_id = d.identity_id
    where d.device_id = ${deviceId} and m.code = ${code} and m.left_at is null
    union all
    select a.group_id, true
    from people_devices d join people_applications a on a.community_id = d.community_id and a.identity_id = d.identity_id
    where d.device_id = ${deviceId} and a.code = ${code} and a.state = 'waiting'
    limit 1`.execute(ctx.db);
  return rows[0];
}

/** A page of a group's applications in one state, oldest first, with the applicant's name. */
export async function selectApplications(
  ctx: Ctx,
  group: { communityId: string; groupId: string; state: Application['state'] },
  page: { after: string | null; limit: number },
): Promise<(Application & { name: string; personId: string | null })[]> {
  const { rows } = await sql<Application & { name: string; personId: string | null }>`
    select ${applicationColumns}, i.name, i.person_id as "personId"
    from people_applications a join people_identities i on i.community_id = a.community_id and i.id = a.identity_id
    where a.community_id = ${group.communityId} and a.group_id = ${group.groupId} and a.state = ${group.state}
      and (${page.after}::uuid is null or a.id > ${page.after}::uuid)
    order by a.id limit ${page.limit + 1}`.execute(ctx.db);
  return rows;
}

/** One application of a group, locked until the end of the transaction. */
export async function lockApplication(
  ctx: Ctx,
  which: { communityId: string; groupId: string; id: string },
): Promise<Application | undefined> {
  const { rows } = await sql<Application>`
    select ${applicationColumns} from people_applications a
    where a.community_id = ${which.communityId} and a.group_id = ${which.groupId} and a.id = ${which.id} for update
  `.execute(ctx.db);
  return rows[0];
}

/** Decides an application. */
export async function decideApplication(
  ctx: Ctx,
  which: { communityId: string; id: string },
  decision: { state: 'accepted' | 'declined'; by: string; reason: string | null },
): Promise<void> {
  await sql`
    update people_applications
    set state = ${decision.state}, decided_at = ${ctx.now()}, decided_by = ${decision.by}, reason = ${decision.reason}
    where community_id = ${which.communityId} and id = ${which.id}`.execute(ctx.db);
}

/** Withdraws the waiting applications of identities (to one group, or to all when `groupId` is null). */
export async function withdrawApplications(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null; identityIds: readonly string[] },
): Promise<void> {
  await sql`
    update people_applications set state = 'withdrawn', decided_at = ${ctx.now()}
    where community_id = ${which.communityId} and identity_id = any(${which.identityIds}::uuid[]) and state = 'waiting'
      and (${which.groupId}::uuid is null or group_id = ${which.groupId}::uuid)`.execute(ctx.db);
}

/** The newest own text of the privacy notice. */
export async function selectNotice(
  ctx: Ctx,
  communityId: string,
): Promise<{ version: number; text: string } | undefined> {
  const { rows } = await sql<{ version: number; text: string }>`
    select version, text from people_notices where community_id = ${communityId} order by version desc limit 1`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Keeps the next version of the text; gives its number. */
export async function insertNotice(
  ctx: Ctx,
  notice: { communityId: string; text: string; by: string },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into people_notices (community_id, version, text, created_at, created_by)
    select ${notice.communityId}, coalesce(max(version), 1) + 1, ${notice.text}, ${ctx.now()}, ${notice.by}
    from people_notices where community_id = ${notice.communityId}
    returning version`.execute(ctx.db);
  return rows[0]!.version;
}

/** Notes that an identity has read a version of the notice; the first time counts. */
export async function insertAcknowledgement(
  ctx: Ctx,
  acknowledgement: { communityId: string; identityId: string; version: number },
): Promise<void> {
  await sql`
    insert into people_acknowledgements (community_id, identity_id, version, at)
    values (${acknowledgement.communityId}, ${acknowledgement.identityId}, ${acknowledgement.version}, ${ctx.now()})
    on conflict do nothing`.execute(ctx.db);
}

/** What identities have acknowledged, newest first. */
export async function selectAcknowledgements(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<{ identityId: string; version: number; at: Date }[]> {
  const { rows } = await sql<{ identityId: string; version: number; at: Date }>`
    select identity_id as "identityId", version, at from people_acknowledgements
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])
    order by version desc, identity_id`.execute(ctx.db);
  return rows;
}
