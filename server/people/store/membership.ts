import { sql } from 'kysely';
import { prepared } from '../../platform/db/prepared.ts';
import type { Ctx } from '../../platform/context.ts';

/** Roles in the talk. All but `member` are team. */
export const memberRoles = ['member', 'steward', 'admin', 'owner'] as const;

/** A role in one group. */
export type MemberRole = (typeof memberRoles)[number];

/** How a stay ended. */
export type LeftHow = 'left' | 'kicked' | 'banned' | 'erased' | 'gone';

/** One stay of one identity in one group, an interval; coming back is another one. */
export interface Membership {
  id: string;
  communityId: string;
  groupId: string;
  identityId: string;
  role: MemberRole;
  /** Channel of the entrance; `member` = a member's own invitation, `roster` = seen on a carrier. */
  source: string;
  linkId: string | null;
  /** Code of the entrance, so that who came in finds their state behind a link that is used up since. */
  code: string | null;
  inviterId: string | null;
  joinedAt: Date;
  leftAt: Date | null;
  leftHow: LeftHow | null;
  mutedUntil: Date | null;
}

const columns = sql`m.id, m.community_id as "communityId", m.group_id as "groupId", m.identity_id as "identityId", m.role,
  m.source, m.link_id as "linkId", m.code, m.inviter_id as "inviterId", m.joined_at as "joinedAt", m.left_at as "leftAt",
  m.left_how as "leftHow", m.muted_until as "mutedUntil"`;

/** Opens a stay; undefined when there already is an open one. */
export async function insertMembership(
  ctx: Ctx,
  stay: Pick<
    Membership,
    'id' | 'communityId' | 'groupId' | 'identityId' | 'role' | 'source' | 'linkId' | 'code' | 'inviterId' | 'joinedAt'
  >,
): Promise<Membership | undefined> {
  const { rows } = await sql<Membership>`
    insert into people_memberships as m
      (community_id, id, group_id, identity_id, role, source, link_id, code, inviter_id, joined_at)
    values (${stay.communityId}, ${stay.id}, ${stay.groupId}, ${stay.identityId}, ${stay.role}, ${stay.source},
            ${stay.linkId}, ${stay.code}, ${stay.inviterId}, ${stay.joinedAt})
    on conflict do nothing returning ${columns}`.execute(ctx.db);
  return rows[0];
}

/** The open stay of an identity in a group. */
export async function selectOpenMembership(
  ctx: Ctx,
  place: { communityId: string; groupId: string; identityId: string },
): Promise<Membership | undefined> {
  const { rows } = await sql<Membership>`
    select ${columns} from people_memberships m
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId} and m.identity_id = ${place.identityId}
      and m.left_at is null`.execute(ctx.db);
  return rows[0];
}

/** The open stays of some identities in one group. */
export async function selectOpenMemberships(
  ctx: Ctx,
  place: { communityId: string; groupId: string; identityIds: readonly string[] },
): Promise<Membership[]> {
  const { rows } = await sql<Membership>`${prepared}
    select ${columns} from people_memberships m
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId}
      and m.identity_id = any(${place.identityIds}::uuid[]) and m.left_at is null`.execute(ctx.db);
  return rows;
}

/** The identities that are in a group now. */
export async function selectMemberIds(ctx: Ctx, place: { communityId: string; groupId: string }): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    select identity_id as "identityId" from people_memberships
    where community_id = ${place.communityId} and group_id = ${place.groupId} and left_at is null`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** The open stay in a group of the identity that a device carries there, with the person. */
export async function selectMembershipOfDevice(
  ctx: Ctx,
  groupId: string,
  deviceId: string,
): Promise<(Membership & { personId: string | null; name: string; pictureId: string | null }) | undefined> {
  const { rows } = await sql<
    Membership & { personId: string | null; name: string; pictureId: string | null }
  >`${prepared}
    select ${columns}, i.person_id as "personId", i.name, i.picture_id as "pictureId"
    from people_devices d
    join people_memberships m on m.community_id = d.community_id and m.identity_id = d.identity_id
    join people_identities i on i.community_id = d.community_id and i.id = d.identity_id
    where d.device_id = ${deviceId} and m.group_id = ${groupId} and m.left_at is null`.execute(ctx.db);
  return rows[0];
}

/** All stays of some identities, newest first. */
export async function selectMembershipsOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    select ${columns} from people_memberships m
    where m.community_id = ${communityId} and m.identity_id = any(${identityIds}::uuid[])
    order by m.joined_at desc, m.id desc`.execute(ctx.db);
  return rows;
}

/** Ends open stays (of one group, or of all groups when `groupId` is null); gives what was ended. */
export async function closeMemberships(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null; identityIds: readonly string[] },
  end: { how: LeftHow; at: Date; bound?: boolean },
): Promise<Membership[]> {
  const { rows } = await sql<Membership>`
    update people_memberships m
    set left_at = greatest(${end.at}, m.joined_at), left_how = ${end.how}, left_bound = ${end.bound ?? false}, muted_until = null
    where m.community_id = ${which.communityId} and m.identity_id = any(${which.identityIds}::uuid[])
      and (${which.groupId}::uuid is null or m.group_id = ${which.groupId}::uuid) and m.left_at is null
    returning ${columns}`.execute(ctx.db);
  return rows;
}

/** Sets or lifts the mute of open stays; gives the identities it reached. */
export async function updateMute(
  ctx: Ctx,
  which: { communityId: string; groupId: string; identityId: string },
  until: Date | null,
): Promise<Membership | undefined> {
  const { rows } = await sql<Membership>`
    update people_memberships m set muted_until = ${until}
    where m.community_id = ${which.communityId} and m.group_id = ${which.groupId} and m.identity_id = ${which.identityId}
      and m.left_at is null returning ${columns}`.execute(ctx.db);
  return rows[0];
}

/** Sets the role in the talk. */
export async function updateRole(
  ctx: Ctx,
  which: { communityId: string; groupId: string; identityId: string },
  role: MemberRole,
): Promise<Membership | undefined> {
  const { rows } = await sql<Membership>`
    update people_memberships m set role = ${role}
    where m.community_id = ${which.communityId} and m.group_id = ${which.groupId} and m.identity_id = ${which.identityId}
      and m.left_at is null returning ${columns}`.execute(ctx.db);
  return rows[0];
}

/** A member as others in the group see them. */
export interface Member {
  identityId: string;
  personId: string | null;
  name: string;
  pictureId: string | null;
  kind: 'member' | 'bot' | 'official' | 'tombstone';
  role: MemberRole;
  joinedAt: Date;
  mutedUntil: Date | null;
  source: string;
  inviterId: string | null;
  membershipId: string;
}

/** A page of the members of a group: team first, then by the time of joining. */
export async function selectMembers(
  ctx: Ctx,
  group: { communityId: string; groupId: string; nameKey: string | null },
  page: { after: { rank: number; joinedAt: string; id: string } | null; limit: number },
): Promise<(Member & { rank: number })[]> {
  const rank = sql`array_position(array['owner', 'admin', 'steward', 'member'], m.role)`;
  const { rows } = await sql<Member & { rank: number }>`
    select m.id as "membershipId", m.identity_id as "identityId", i.person_id as "personId", i.name,
      i.picture_id as "pictureId", i.kind, m.role, m.joined_at as "joinedAt", m.muted_until as "mutedUntil", m.source,
      m.inviter_id as "inviterId", ${rank} as rank
    from people_memberships m
    join people_identities i on i.community_id = m.community_id and i.id = m.identity_id
    where m.community_id = ${group.communityId} and m.group_id = ${group.groupId} and m.left_at is null
      and (${group.nameKey}::text is null or strpos(i.name_key, ${group.nameKey}) > 0)
      and (${page.after === null} or (${rank}, m.joined_at, m.id)
           > (${page.after?.rank ?? 0}::int, ${page.after?.joinedAt ?? null}::timestamptz, ${page.after?.id ?? null}::uuid))
    order by rank, m.joined_at, m.id limit ${page.limit + 1}`.execute(ctx.db);
  return rows;
}

/** Whether an identity is in any group of the community now. */
export async function hasOpenStay(ctx: Ctx, communityId: string, identityId: string): Promise<boolean> {
  const { rows } = await sql`
    select from people_memberships
    where community_id = ${communityId} and identity_id = ${identityId} and left_at is null limit 1`.execute(ctx.db);
  return rows.length > 0;
}
