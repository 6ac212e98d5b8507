import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Points that one member gave to another. */
export interface Gift {
  id: string;
  fromId: string;
  toId: string;
  amount: number;
  note: string;
  messageId: string | null;
  entryId: string;
  at: Date;
  reversedAt: Date | null;
}

const columns = sql`id, from_id as "fromId", to_id as "toId", amount, note, message_id as "messageId", entry_id as "entryId", at,
  reversed_at as "reversedAt"`;

/** Keeps a gift. */
export async function insertGift(ctx: Ctx, communityId: string, gift: Gift): Promise<void> {
  await sql`
    insert into points_gifts (community_id, id, from_id, to_id, amount, note, message_id, entry_id, at)
    values (${communityId}, ${gift.id}, ${gift.fromId}, ${gift.toId}, ${gift.amount}, ${gift.note}, ${gift.messageId},
      ${gift.entryId}, ${gift.at})`.execute(ctx.db);
}

/** One gift, by its id or that of its entry; `lock` = nobody else takes it back meanwhile. */
export async function selectGift(
  ctx: Ctx,
  communityId: string,
  { lock = false, ...which }: ({ id: string } | { entryId: string }) & { lock?: boolean },
): Promise<Gift | undefined> {
  const { rows } = await sql<Gift>`
    select ${columns} from points_gifts where community_id = ${communityId}
      and ${'id' in which ? sql`id = ${which.id}` : sql`entry_id = ${which.entryId}`}
    ${lock ? sql`for update` : sql``}`.execute(ctx.db);
  return rows[0];
}

/** The gifts that entries brought. */
export async function selectGiftsOfEntries(
  ctx: Ctx,
  communityId: string,
  entryIds: readonly string[],
): Promise<Gift[]> {
  const { rows } = await sql<Gift>`
    select ${columns} from points_gifts
    where community_id = ${communityId} and entry_id = any(${entryIds}::uuid[])`.execute(ctx.db);
  return rows;
}

/** Notes that a gift was taken back. */
export async function updateReversed(ctx: Ctx, communityId: string, id: string): Promise<void> {
  await sql`
    update points_gifts set reversed_at = ${ctx.now()} where community_id = ${communityId} and id = ${id}`.execute(
    ctx.db,
  );
}

/** The latest gifts, for the team; of or to some accounts only, where those are named. */
export async function selectGifts(
  ctx: Ctx,
  communityId: string,
  page: { identityIds: readonly string[] | null; before: string | null; limit: number },
): Promise<Gift[]> {
  const { identityIds, before, limit } = page;
  const { rows } = await sql<Gift>`
    select ${columns} from points_gifts
    where community_id = ${communityId} ${before === null ? sql`` : sql`and id < ${before}::uuid`}
      ${identityIds === null ? sql`` : sql`and (from_id = any(${identityIds}::uuid[]) or to_id = any(${identityIds}::uuid[]))`}
    order by id desc limit ${limit}`.execute(ctx.db);
  return rows;
}

/** What was given for a message by everybody, and whether somebody is among them. */
export interface MessageGifts {
  messageId: string;
  points: number;
  isMine: boolean;
}

/** What was given for some messages of some authors and not taken back; messages without gifts are absent. */
export async function selectGiftsAtMessages(
  ctx: Ctx,
  communityId: string,
  { toIds, messageIds, fromId }: { toIds: readonly string[]; messageIds: readonly string[]; fromId: string },
): Promise<MessageGifts[]> {
  const { rows } = await sql<MessageGifts>`
    select message_id as "messageId", sum(amount)::int as points, bool_or(from_id = ${fromId}::uuid) as "isMine"
    from points_gifts
    where community_id = ${communityId} and to_id = any(${toIds}::uuid[]) and message_id = any(${messageIds}::uuid[])
      and reversed_at is null
    group by message_id`.execute(ctx.db);
  return rows;
}
