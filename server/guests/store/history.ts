/** SQL on `guests_history` and `guests_appearances`. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { GuestId, Stage } from './guests.ts';

/** What can stand in the history of a guest. */
export const historyKinds = ['created', 'stage', 'note', 'reached', 'not_reached', 'merged'] as const;

/** Something that happened with a guest. */
export interface HistoryEntry {
  id: string;
  kind: (typeof historyKinds)[number];
  fromStage: Stage | null;
  toStage: Stage | null;
  note: string;
  at: Date;
  /** The operator; null = the program. */
  byId: string | null;
}

/** How an appearance can stand. */
export const appearanceStates = ['planned', 'held', 'cancelled'] as const;

/** What the team says of an appearance. */
export interface AppearanceWords {
  /** A day of the community's zone. */
  day: string;
  topic: string;
  groupId: string | null;
  state: (typeof appearanceStates)[number];
  /** How many listened, as the team counted. */
  listeners: number | null;
  note: string;
}

/** A guest with the community, once. */
export interface Appearance extends AppearanceWords {
  id: string;
}

/** Adds to the history of a guest. */
export async function insertHistory(
  ctx: Ctx,
  { communityId, guestId }: GuestId,
  entry: Omit<HistoryEntry, 'at'>,
): Promise<void> {
  await sql`
    insert into guests_history (community_id, id, guest_id, kind, from_stage, to_stage, note, at, by_id)
    values (${communityId}, ${entry.id}, ${guestId}, ${entry.kind}, ${entry.fromStage}, ${entry.toStage}, ${entry.note},
            ${ctx.now()}, ${entry.byId})`.execute(ctx.db);
}

/** The history of a guest, latest first. */
export async function selectHistory(
  ctx: Ctx,
  { communityId, guestId }: GuestId,
  limit: number,
): Promise<HistoryEntry[]> {
  const { rows } = await sql<HistoryEntry>`
    select id, kind, from_stage as "fromStage", to_stage as "toStage", note, at, by_id as "byId" from guests_history
    where community_id = ${communityId} and guest_id = ${guestId} order by at desc, id desc limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
}

const columns = sql`id, day, topic, group_id as "groupId", state, listeners, note`;

/** Appearances of a guest, latest first. */
export async function selectAppearances(
  ctx: Ctx,
  { communityId, guestId }: GuestId,
  limit: number,
): Promise<Appearance[]> {
  const { rows } = await sql<Appearance>`
    select ${columns} from guests_appearances
    where community_id = ${communityId} and guest_id = ${guestId} order by day desc, id desc limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
}

/** How many appearances are planned in a group from a day on. */
export async function countExpected(
  ctx: Ctx,
  { communityId, groupId }: { communityId: string; groupId: string },
  from: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from guests_appearances
    where community_id = ${communityId} and group_id = ${groupId} and state = 'planned' and day >= ${from}::date`.execute(
    ctx.db,
  );
  return rows[0]!.count;
}

/** Writes an appearance, new or old; undefined when there is no such old one. */
export async function saveAppearance(
  ctx: Ctx,
  { communityId, guestId }: GuestId,
  one: Appearance & { isNew: boolean },
): Promise<Appearance | undefined> {
  const { rows } = one.isNew
    ? await sql<Appearance>`
        insert into guests_appearances (community_id, id, guest_id, day, topic, group_id, state, listeners, note, created_at)
        values (${communityId}, ${one.id}, ${guestId}, ${one.day}, ${one.topic}, ${one.groupId}, ${one.state}, ${one.listeners},
                ${one.note}, ${ctx.now()}) returning ${columns}`.execute(ctx.db)
    : await sql<Appearance>`
        update guests_appearances set day = ${one.day}, topic = ${one.topic}, group_id = ${one.groupId}, state = ${one.state},
          listeners = ${one.listeners}, note = ${one.note}
        where community_id = ${communityId} and guest_id = ${guestId} and id = ${one.id} returning ${columns}`.execute(
        ctx.db,
      );
  return rows[0];
}
