/** SQL for being forgotten, taking one's data along, and the full export. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { WrittenTable } from '../../platform/db/table-page.ts';
import type { GuestId } from './guests.ts';

interface Who {
  communityId: string;
  identityIds: readonly string[];
}

/** The guests behind some accounts of members. */
export async function selectGuestsOf(ctx: Ctx, { communityId, identityIds }: Who): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from guests_guests where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) order by id`.execute(
    ctx.db,
  );
  return rows.map(({ id }) => id);
}

/** Forgets a guest with everything that was written of them, also of the rows that were merged into them; gives the rows. */
export async function deleteGuest(ctx: Ctx, { communityId, guestId }: GuestId): Promise<number> {
  const merged = await sql`
    delete from guests_guests where community_id = ${communityId} and merged_into = ${guestId}`.execute(ctx.db);
  const { numAffectedRows } = await sql`
    delete from guests_guests where community_id = ${communityId} and id = ${guestId}`.execute(ctx.db);
  return Number(merged.numAffectedRows ?? 0n) + Number(numAffectedRows ?? 0n);
}

/** What the guest book says of a member, for their own export. */
export async function selectOwnRows(ctx: Ctx, { communityId, identityIds }: Who): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select ${words},
      (select coalesce(jsonb_agg(jsonb_build_object('day', a.day, 'topic', a.topic, 'state', a.state) order by a.day), '[]')
        from guests_appearances a where a.community_id = t.community_id and a.guest_id = t.id) as appearances
    from guests_guests t where t.community_id = ${communityId} and t.identity_id = any(${identityIds}::uuid[]) order by t.id`.execute(
    ctx.db,
  );
  return rows;
}

const words = sql`t.name, t.kind, t.field, t.intro, t.platforms, t.contact, t.fee, t.source, t.source_note as "sourceNote",
  t.promises, t.stage, t.created_at as "createdAt"`;

/** Tables of the full export with the columns that sort them and what is shown of a row. */
export const exportTables = {
  guest: {
    table: 'guests_guests',
    keys: ['id'],
    row: sql`t.id, ${words}, t.stage_since as "stageSince", t.identity_id as "identityId", t.next_at as "nextAt",
      t.next_what as "nextWhat", t.merged_into as "mergedInto"`,
  },
  appearance: {
    table: 'guests_appearances',
    keys: ['id'],
    row: sql`t.id, t.guest_id as "guestId", t.day, t.topic, t.group_id as "groupId", t.state, t.listeners, t.note`,
  },
  history: {
    table: 'guests_history',
    keys: ['id'],
    row: sql`t.id, t.guest_id as "guestId", t.kind, t.from_stage as "fromStage", t.to_stage as "toStage", t.note, t.at,
      t.by_id as "byId"`,
  },
} as const satisfies Record<string, WrittenTable>;
