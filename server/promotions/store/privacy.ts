import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { WrittenTable } from '../../platform/db/table-page.ts';
import type { Words } from './scheduled.ts';

interface Who {
  communityId: string;
  identityIds: readonly string[];
}

/** Deletes what members have promoted for themselves; says how many. */
export async function deleteOwn(ctx: Ctx, { communityId, identityIds }: Who, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from promotions_promotions where ctid = any(array(
      select ctid from promotions_promotions
      where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) and voice = 'member'
      limit ${limit}))`.execute(ctx.db);
  return Number(numAffectedRows ?? 0);
}

/** Takes the name from what hosts have promoted: what it cost the group stays. */
export async function forgetHosts(ctx: Ctx, { communityId, identityIds }: Who): Promise<number> {
  const { numAffectedRows } = await sql`
    update promotions_promotions set identity_id = null, said_by = 'erased'
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
  return Number(numAffectedRows ?? 0);
}

/** Planned words that call one of these people. */
export async function selectCalling(
  ctx: Ctx,
  { communityId, identityIds }: Who,
): Promise<{ id: string; words: Words }[]> {
  const { rows } = await sql<{ id: string; words: Words }>`
    select id, words from promotions_scheduled
    where community_id = ${communityId} and words is not null and words -> 'mentions' ?| ${identityIds}::text[]`.execute(
    ctx.db,
  );
  return rows;
}

/** Replaces planned words. */
export async function replaceWords(ctx: Ctx, communityId: string, { id, words }: { id: string; words: Words }) {
  await sql`
    update promotions_scheduled set words = ${JSON.stringify(words)}::jsonb
    where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
}

/** What people have promoted, for their own export. */
export async function selectOwnRows(ctx: Ctx, { communityId, identityIds }: Who): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select group_id as "groupId", message_id as "messageId", at, known_by as "knownBy", signs from promotions_promotions
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) order by at, id`.execute(ctx.db);
  return rows;
}

/** Tables of the full export with the columns that sort them and what is shown of a row. */
export const exportTables = {
  promotion: {
    table: 'promotions_promotions',
    keys: ['id'],
    row: sql`t.id, t.group_id as "groupId", t.message_id as "messageId", t.voice, t.identity_id as "identityId", t.at, t.day,
      t.known_by as "knownBy", t.signs, t.is_answer as "isAnswer", t.said_by as "saidBy", t.overruled, t.insisted,
      t.dismissed_at as "dismissedAt", t.dismissed_by as "dismissedBy",
      array(select r.message_id from promotions_replies r
            where r.community_id = t.community_id and r.promotion_id = t.id order by 1)::text[] as replies`,
  },
  scheduled: {
    table: 'promotions_scheduled',
    keys: ['id'],
    row: sql`t.id, t.group_id as "groupId", t.words, t.due_at as "dueAt", t.state, t.made_at as "madeAt", t.made_by as "madeBy",
      t.moves, t.reason, t.message_id as "messageId", t.settled_at as "settledAt", t.settled_by as "settledBy"`,
  },
  day: {
    table: 'promotions_days',
    keys: ['group_id', 'day'],
    row: sql`t.group_id as "groupId", t.day, t.answers, t.check_ins as "checkIns", t.reactions, t.promotions, t.value, t.spent,
      t.balance`,
  },
  group: { table: 'promotions_groups', keys: ['group_id'], row: sql`t.group_id as "groupId", t.own` },
  lesson: {
    table: 'promotions_lessons',
    keys: ['message_id'],
    row: sql`t.message_id as "messageId", t.hash, t.promotion, t.at, t.by`,
  },
} as const satisfies Record<string, WrittenTable>;
