/** Changes of messages that are already there. Each takes the group's next number, so that clients can catch up. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { messageColumns, type MessageRow, type Place } from './row.ts';

/** One message, locked for a change. */
export async function selectForChange(ctx: Ctx, place: Place, id: string): Promise<MessageRow | undefined> {
  const { rows } = await sql<MessageRow>`
    select ${messageColumns} from messages m
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId} and m.id = ${id} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/** What a change may set. */
export interface RowChange {
  text?: string;
  picture?: null;
  mentions?: null;
  pinnedAt?: Date | null;
  editedAt?: Date;
  recalledAt?: Date;
  recalledBy?: string;
}

/** Writes a change under a number. */
export async function updateMessage(
  ctx: Ctx,
  place: Place,
  change: RowChange & { id: string; changedSeq: number },
): Promise<MessageRow> {
  const sets = [
    sql`changed_seq = ${change.changedSeq}::bigint`,
    ...(change.text === undefined ? [] : [sql`text = ${change.text}`]),
    ...(change.picture === undefined ? [] : [sql`picture = null`]),
    ...(change.mentions === undefined ? [] : [sql`mentions = null`]),
    ...(change.pinnedAt === undefined ? [] : [sql`pinned_at = ${change.pinnedAt}`]),
    ...(change.editedAt === undefined ? [] : [sql`edited_at = ${change.editedAt}`]),
    ...(change.recalledAt === undefined ? [] : [sql`recalled_at = ${change.recalledAt}`]),
    ...(change.recalledBy === undefined ? [] : [sql`recalled_by = ${change.recalledBy}`]),
  ];
  const { rows } = await sql<MessageRow>`
    update messages m set ${sql.join(sets)}
    where m.community_id = ${place.communityId} and m.group_id = ${place.groupId} and m.id = ${change.id}
    returning ${messageColumns}`.execute(ctx.db);
  return rows[0]!;
}

/** How many messages are pinned in the group. */
export async function countPinned(ctx: Ctx, place: Place): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from messages
    where community_id = ${place.communityId} and group_id = ${place.groupId} and pinned_at is not null`.execute(
    ctx.db,
  );
  return rows[0]!.count;
}

/** One reaction of one identity. */
export interface Reaction {
  messageId: string;
  identityId: string;
  key: string;
}

/** Adds a reaction; false when it was there. */
export async function insertReaction(ctx: Ctx, place: Place, reaction: Reaction): Promise<boolean> {
  const { rows } = await sql`
    insert into messages_reactions (community_id, group_id, message_id, key, identity_id, at)
    values (${place.communityId}, ${place.groupId}, ${reaction.messageId}, ${reaction.key}, ${reaction.identityId}, ${ctx.now()})
    on conflict do nothing returning key`.execute(ctx.db);
  return rows.length > 0;
}

/** Takes a reaction away; false when there was none. */
export async function deleteReaction(ctx: Ctx, place: Place, reaction: Reaction): Promise<boolean> {
  const { rows } = await sql`
    delete from messages_reactions
    where community_id = ${place.communityId} and group_id = ${place.groupId} and message_id = ${reaction.messageId}
      and key = ${reaction.key} and identity_id = ${reaction.identityId} returning key`.execute(ctx.db);
  return rows.length > 0;
}

/** Takes away all that hangs on a recalled message. */
export async function deleteAttached(ctx: Ctx, place: Place, messageId: string): Promise<void> {
  await sql`
    with reactions as (
      delete from messages_reactions
      where community_id = ${place.communityId} and group_id = ${place.groupId} and message_id = ${messageId}
    )
    delete from messages_mentions
    where community_id = ${place.communityId} and group_id = ${place.groupId} and message_id = ${messageId}
      and identity_id in (
        select (mention ->> 'identityId')::uuid from messages m, jsonb_array_elements(m.mentions) as mention
        where m.community_id = ${place.communityId} and m.group_id = ${place.groupId} and m.id = ${messageId}
          and mention ->> 'identityId' <> 'all')`.execute(ctx.db);
}

/** How often each reaction was given, and whether the viewer gave it. */
export async function selectReactions(
  ctx: Ctx,
  communityId: string,
  which: { groupIds: readonly string[]; messageIds: readonly string[]; viewerId: string | null },
): Promise<{ messageId: string; key: string; count: number; mine: boolean }[]> {
  if (which.messageIds.length === 0) return [];
  const { rows } = await sql<{ messageId: string; key: string; count: number; mine: boolean }>`
    select message_id as "messageId", key, count(*) as count,
      coalesce(bool_or(identity_id = ${which.viewerId}::uuid), false) as mine
    from messages_reactions
    where community_id = ${communityId} and group_id = any(${which.groupIds}::uuid[])
      and message_id = any(${which.messageIds}::uuid[])
    group by message_id, key order by min(at), key`.execute(ctx.db);
  return rows;
}

/** Notes where a sent message stands on its way to its platform. */
export async function upsertDelivery(
  ctx: Ctx,
  place: Place,
  delivery: {
    messageId: string;
    state: 'waiting' | 'delivered' | 'skipped' | 'uncertain' | 'refused';
    taskId?: string | null;
  },
): Promise<void> {
  await sql`
    insert into messages_deliveries (community_id, group_id, message_id, state, task_id, at)
    values (${place.communityId}, ${place.groupId}, ${delivery.messageId}, ${delivery.state}, ${delivery.taskId ?? null}, ${ctx.now()})
    on conflict (community_id, group_id, message_id) do update
      set state = excluded.state, task_id = coalesce(excluded.task_id, messages_deliveries.task_id), at = excluded.at
  `.execute(ctx.db);
}

/** Where sent messages stand; messages of the built-in group have no entry, they are delivered when recorded. */
export async function selectDeliveries(
  ctx: Ctx,
  place: Place,
  messageIds: readonly string[],
): Promise<Map<string, { state: string; taskId: string | null }>> {
  if (messageIds.length === 0) return new Map();
  const { rows } = await sql<{ messageId: string; state: string; taskId: string | null }>`
    select message_id as "messageId", state, task_id as "taskId" from messages_deliveries
    where community_id = ${place.communityId} and group_id = ${place.groupId} and message_id = any(${messageIds}::uuid[])
  `.execute(ctx.db);
  return new Map(rows.map((row) => [row.messageId, row]));
}
