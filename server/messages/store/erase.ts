/** Forgetting: what is written when a person's words, name and traces are taken out of the talk. */
import { sql } from 'kysely';
import type { MentionShown } from '../../carriers/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Place } from './row.ts';

/** Takes the words out of messages, moves them to the tombstone, and gives each a number from `first` on. */
export async function blankMessages(
  ctx: Ctx,
  place: Place,
  which: { ids: readonly string[]; first: number; tombstoneId: string },
): Promise<void> {
  await sql`
    with numbered as (
      select id, ${which.first}::bigint + row_number() over (order by id) - 1 as number from unnest(${which.ids}::uuid[]) as id
    ), mentions as (
      delete from messages_mentions
      where community_id = ${place.communityId} and group_id = ${place.groupId} and message_id = any(${which.ids}::uuid[])
    ), reactions as (
      delete from messages_reactions
      where community_id = ${place.communityId} and group_id = ${place.groupId} and message_id = any(${which.ids}::uuid[])
    )
    update messages m set author_id = ${which.tombstoneId}, text = '', picture = null, mentions = null, client_id = null,
      pinned_at = null, recalled_at = coalesce(m.recalled_at, ${ctx.now()}), recalled_by = coalesce(m.recalled_by, 'erasure'),
      changed_seq = numbered.number
    from numbered
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId} and m.id = numbered.id`.execute(
    ctx.db,
  );
}

/** Messages of others that speak to one of the identities. */
export async function selectMentionsOf(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; limit: number },
): Promise<{ groupId: string; messageId: string; identityId: string }[]> {
  const { rows } = await sql<{ groupId: string; messageId: string; identityId: string }>`
    select group_id as "groupId", message_id as "messageId", identity_id as "identityId" from messages_mentions
    where community_id = ${which.communityId} and identity_id = any(${which.identityIds}::uuid[])
    order by group_id, message_id limit ${which.limit}`.execute(ctx.db);
  return rows;
}

/** Writes a message without one of its mentions. */
export async function replaceMention(
  ctx: Ctx,
  place: Place,
  change: { messageId: string; identityId: string; text: string; mentions: MentionShown[] | null; changedSeq: number },
): Promise<void> {
  const mentions = change.mentions && change.mentions.length > 0 ? JSON.stringify(change.mentions) : null;
  await sql`
    with gone as (
      delete from messages_mentions
      where community_id = ${place.communityId} and identity_id = ${change.identityId} and group_id = ${place.groupId}
        and message_id = ${change.messageId}
    )
    update messages set text = ${change.text}, mentions = ${mentions}::jsonb, changed_seq = ${change.changedSeq}
    where community_id = ${place.communityId} and group_id = ${place.groupId} and id = ${change.messageId}`.execute(
    ctx.db,
  );
}

/** Deletes reactions of the identities, at most `limit`; gives how many. */
export async function deleteReactionsOf(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; limit: number },
): Promise<number> {
  const { rows } = await sql`
    delete from messages_reactions where ctid = any(array(
      select ctid from messages_reactions
      where community_id = ${which.communityId} and identity_id = any(${which.identityIds}::uuid[]) limit ${which.limit}))
    returning key`.execute(ctx.db);
  return rows.length;
}

/** Deletes read marks of the identities; one for each group they were in. */
export async function deleteReadsOf(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<number> {
  const { rows } = await sql`
    delete from messages_reads
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) returning seq`.execute(ctx.db);
  return rows.length;
}

/** Reactions of the identities, for their own export. */
export async function selectReactionsOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<{ groupId: string; messageId: string; key: string; at: Date }[]> {
  const { rows } = await sql<{ groupId: string; messageId: string; key: string; at: Date }>`
    select group_id as "groupId", message_id as "messageId", key, at from messages_reactions
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) order by at`.execute(ctx.db);
  return rows;
}
