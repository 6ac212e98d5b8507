/** All SQL on `promotions_promotions`, `promotions_replies` and `promotions_groups`. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { HoldReason } from '../guard.ts';
import type { KnownBy } from '../recognition.ts';
import type { OwnPolicy } from '../settings.ts';
import type { Sign } from '../signs.ts';

/** A group's place in the keys of this module. */
export interface Place {
  communityId: string;
  groupId: string;
}

/** Whose voice promoted. */
export type Voice = 'team' | 'host' | 'member';

/** Something that was promoted. */
export interface Promotion extends Place {
  id: string;
  messageId: string;
  clientId: string | null;
  voice: Voice;
  identityId: string | null;
  at: Date;
  day: string;
  knownBy: KnownBy;
  signs: Sign[];
  isAnswer: boolean;
  saidBy: string;
  overruled: HoldReason[] | null;
  insisted: string | null;
  dismissedAt: Date | null;
}

const columns = sql`community_id as "communityId", group_id as "groupId", id, message_id as "messageId", client_id as "clientId",
  voice, identity_id as "identityId", at, day, known_by as "knownBy", signs, is_answer as "isAnswer", said_by as "saidBy",
  overruled, insisted, dismissed_at as "dismissedAt"`;

/** Waits until nobody else takes a place in this group's budget, and gives what the group has of its own. */
export async function lockGroup(ctx: Ctx, { communityId, groupId }: Place): Promise<OwnPolicy | null> {
  await sql`
    insert into promotions_groups (community_id, group_id) values (${communityId}, ${groupId})
    on conflict do nothing`.execute(ctx.db);
  const { rows } = await sql<{ own: OwnPolicy | null }>`
    select own from promotions_groups where community_id = ${communityId} and group_id = ${groupId} for update`.execute(
    ctx.db,
  );
  return rows[0]!.own;
}

/** What groups have of their own, by group; those without anything are left out. */
export async function selectOwn(
  ctx: Ctx,
  communityId: string,
  groupIds: readonly string[] | null,
): Promise<Map<string, OwnPolicy>> {
  const { rows } = await sql<{ groupId: string; own: OwnPolicy }>`
    select group_id as "groupId", own from promotions_groups
    where community_id = ${communityId} and own is not null
      and (${groupIds}::uuid[] is null or group_id = any(${groupIds}::uuid[]))`.execute(ctx.db);
  return new Map(rows.map(({ groupId, own }) => [groupId, own]));
}

/** Gives a group something of its own, or takes it away. */
export async function upsertOwn(ctx: Ctx, { communityId, groupId }: Place, own: OwnPolicy | null): Promise<void> {
  const value = own === null ? null : JSON.stringify(own);
  await sql`
    insert into promotions_groups (community_id, group_id, own) values (${communityId}, ${groupId}, ${value}::jsonb)
    on conflict (community_id, group_id) do update set own = excluded.own`.execute(ctx.db);
}

/** Keeps promotions; a message is one at most once. */
export async function insertPromotions(ctx: Ctx, promotions: readonly Omit<Promotion, 'dismissedAt'>[]): Promise<void> {
  if (promotions.length === 0) return;
  await sql`
    insert into promotions_promotions (community_id, group_id, id, message_id, client_id, voice, identity_id, at, day, known_by,
      signs, is_answer, said_by, overruled, insisted)
    select "communityId", "groupId", id, "messageId", "clientId", voice, "identityId", at, day, "knownBy", signs, "isAnswer",
      "saidBy", overruled, insisted
    from jsonb_to_recordset(${JSON.stringify(promotions)}::jsonb) as row("communityId" uuid, "groupId" uuid, id uuid,
      "messageId" uuid, "clientId" text, voice text, "identityId" uuid, at timestamptz, day date, "knownBy" text, signs jsonb,
      "isAnswer" boolean, "saidBy" text, overruled jsonb, insisted text)
    on conflict do nothing`.execute(ctx.db);
}

/** Whether a promotion was said under this client id. */
export async function wasSaid(ctx: Ctx, { communityId, groupId }: Place, clientId: string): Promise<boolean> {
  const { rows } = await sql`
    select from promotions_promotions
    where community_id = ${communityId} and group_id = ${groupId} and client_id = ${clientId}`.execute(ctx.db);
  return rows.length > 0;
}

/** A promotion that takes a place and costs credit. */
export type Counted = Pick<Promotion, 'groupId' | 'at' | 'day' | 'isAnswer'>;

/** The promotions of team and hosts since a moment that count, of one group or of all, oldest first. */
export async function selectCounted(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null; since: Date },
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select group_id as "groupId", at, day, is_answer as "isAnswer" from promotions_promotions
    where community_id = ${which.communityId} and (${which.groupId}::uuid is null or group_id = ${which.groupId}::uuid)
      and at >= ${which.since} and voice <> 'member' and dismissed_at is null
    order by at, id`.execute(ctx.db);
  return rows;
}

/** How many promotions of their own some people have made since a moment, in the whole community. */
export async function countOwn(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; since: Date },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ identityId: string; count: number }>`
    select identity_id as "identityId", count(*)::int as count from promotions_promotions
    where community_id = ${which.communityId} and identity_id = any(${which.identityIds}::uuid[])
      and at >= ${which.since} and voice = 'member' and dismissed_at is null group by 1`.execute(ctx.db);
  return new Map(rows.map(({ identityId, count }) => [identityId, count]));
}

/** The promotion that a message is, also one that was dismissed. */
export async function selectByMessage(ctx: Ctx, place: Place, messageId: string): Promise<Promotion | undefined> {
  const { rows } = await sql<Promotion>`
    select ${columns} from promotions_promotions
    where community_id = ${place.communityId} and group_id = ${place.groupId} and message_id = ${messageId}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Says that something was no promotion after all, or was one. */
export async function dismiss(
  ctx: Ctx,
  { communityId, id }: Pick<Promotion, 'communityId' | 'id'>,
  by: string | null,
): Promise<void> {
  await sql`
    update promotions_promotions set dismissed_at = ${by === null ? null : ctx.now()}, dismissed_by = ${by}
    where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
}

/** A page of a group's promotions, newest first; of everybody. */
export async function selectPromotions(
  ctx: Ctx,
  place: Place,
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<(Promotion & { replies: number })[]> {
  const mark = page.after ? sql`and (at, id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)` : sql``;
  const { rows } = await sql<Promotion & { replies: number }>`
    select ${columns}, (select count(*)::int from promotions_replies r
        where r.community_id = p.community_id and r.promotion_id = p.id) as replies
    from promotions_promotions p
    where community_id = ${place.communityId} and group_id = ${place.groupId} ${mark}
    order by at desc, id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Promotions since a moment in some groups, by the message that they are; for those who hear answers to them. */
export async function selectRecent(
  ctx: Ctx,
  which: { communityId: string; groupIds: readonly string[]; since: Date },
): Promise<Pick<Promotion, 'id' | 'groupId' | 'messageId'>[]> {
  const { rows } = await sql<Pick<Promotion, 'id' | 'groupId' | 'messageId'>>`
    select id, group_id as "groupId", message_id as "messageId" from promotions_promotions
    where community_id = ${which.communityId} and group_id = any(${which.groupIds}::uuid[]) and at >= ${which.since}`.execute(
    ctx.db,
  );
  return rows;
}

/** Notes that messages answer promotions; hearing of it again changes nothing. */
export async function insertReplies(
  ctx: Ctx,
  communityId: string,
  replies: readonly { promotionId: string; messageId: string }[],
): Promise<void> {
  if (replies.length === 0) return;
  await sql`
    insert into promotions_replies (community_id, promotion_id, message_id)
    select ${communityId}, "promotionId", "messageId"
    from jsonb_to_recordset(${JSON.stringify(replies)}::jsonb) as row("promotionId" uuid, "messageId" uuid)
    on conflict do nothing`.execute(ctx.db);
}
