/** All SQL on `duty_rosters`, `duty_days`, `duty_leaves` and `duty_notes`. */
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import type { Absence, DayPlan, WeekShift } from './calendar.ts';

/** The pattern of a week. */
export interface Roster {
  shifts: WeekShift[];
  cover: { from: number; to: number };
  /** 0 = nobody has written one yet. */
  version: number;
}

/** Somebody's leave. */
export interface Leave extends Absence {
  id: string;
}

/** What one leaves for whoever comes next. */
export interface Note {
  id: string;
  text: string;
  by: string;
  at: Date;
  readBy: string | null;
  readAt: Date | null;
}

/** Until the transaction ends, nobody else changes this roster. */
export async function lockRoster(ctx: Ctx, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`duty:${communityId}`}, 0))`.execute(ctx.db);
}

/** The pattern, if there is one. */
export async function selectRoster(ctx: Ctx, communityId: string): Promise<Roster | undefined> {
  const { rows } = await sql<Omit<Roster, 'cover'> & { from: number; to: number }>`
    select shifts, cover_from as "from", cover_to as "to", version from duty_rosters
    where community_id = ${communityId}`.execute(ctx.db);
  return rows.map(({ from, to, ...rest }) => ({ ...rest, cover: { from, to } }))[0];
}

/** Writes the pattern anew. */
export async function putRoster(
  ctx: Ctx,
  communityId: string,
  { shifts, cover, version, by }: Roster & { by: string },
): Promise<void> {
  await sql`
    insert into duty_rosters (community_id, shifts, cover_from, cover_to, version, changed_at, changed_by)
    values (${communityId}, ${JSON.stringify(shifts)}::jsonb, ${cover.from}, ${cover.to}, ${version}, ${ctx.now()}, ${by})
    on conflict (community_id) do update
    set shifts = excluded.shifts, cover_from = excluded.cover_from, cover_to = excluded.cover_to,
        version = excluded.version, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(ctx.db);
}

/** Single days from one on. */
export async function selectDays(ctx: Ctx, communityId: string, from: string): Promise<DayPlan[]> {
  const { rows } = await sql<DayPlan>`
    select day::text, shifts, note from duty_days
    where community_id = ${communityId} and day >= ${from}::date order by day`.execute(ctx.db);
  return rows;
}

/** Writes a single day anew. */
export async function upsertDay(ctx: Ctx, communityId: string, { day, shifts, note }: DayPlan): Promise<void> {
  await sql`
    insert into duty_days (community_id, day, shifts, note)
    values (${communityId}, ${day}::date, ${JSON.stringify(shifts)}::jsonb, ${note})
    on conflict (community_id, day) do update set shifts = excluded.shifts, note = excluded.note`.execute(ctx.db);
}

/** Lets the pattern hold on a day again; whether there was anything else. */
export async function deleteDay(ctx: Ctx, communityId: string, day: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from duty_days where community_id = ${communityId} and day = ${day}::date`.execute(ctx.db);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Leave that is not over on a day. */
export async function selectLeaves(ctx: Ctx, communityId: string, from: string): Promise<Leave[]> {
  const { rows } = await sql<Leave>`
    select id, user_id as "userId", first_day::text as "from", last_day::text as "to", deputy_id as "deputyId"
    from duty_leaves where community_id = ${communityId} and last_day >= ${from}::date
    order by first_day, id`.execute(ctx.db);
  return rows;
}

/** Keeps leave. */
export async function insertLeave(ctx: Ctx, communityId: string, leave: Leave): Promise<void> {
  await sql`
    insert into duty_leaves (community_id, id, user_id, first_day, last_day, deputy_id)
    values (${communityId}, ${leave.id}, ${leave.userId}, ${leave.from}::date, ${leave.to}::date, ${leave.deputyId})`.execute(
    ctx.db,
  );
}

/** Whose leave this is. */
export async function selectLeaveOwner(ctx: Ctx, communityId: string, leaveId: string): Promise<string | undefined> {
  const { rows } = await sql<{ userId: string }>`
    select user_id as "userId" from duty_leaves where community_id = ${communityId} and id = ${leaveId}`.execute(
    ctx.db,
  );
  return rows[0]?.userId;
}

/** Takes leave back. */
export async function deleteLeave(ctx: Ctx, communityId: string, leaveId: string): Promise<void> {
  await sql`delete from duty_leaves where community_id = ${communityId} and id = ${leaveId}`.execute(ctx.db);
}

/** Forgets the leave of somebody who has left the team, and that they stand in for others. */
export async function dropMember(ctx: Ctx, communityId: string, userId: string): Promise<void> {
  await sql`delete from duty_leaves where community_id = ${communityId} and user_id = ${userId}`.execute(ctx.db);
  await sql`
    update duty_leaves set deputy_id = null
    where community_id = ${communityId} and deputy_id = ${userId}`.execute(ctx.db);
}

const noteColumns = sql`id, text, written_by as "by", written_at as "at", read_by as "readBy", read_at as "readAt"`;

/** Notes: those that nobody has read, or the latest of all. */
export async function selectNotes(
  ctx: Ctx,
  communityId: string,
  { unread, limit }: { unread: boolean; limit: number },
): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select ${noteColumns} from duty_notes
    where community_id = ${communityId} ${unread ? sql`and read_at is null` : sql``}
    order by written_at desc, id desc limit ${limit}`.execute(ctx.db);
  return rows;
}

/** One note, kept from others until the transaction ends. */
export async function lockNote(ctx: Ctx, communityId: string, noteId: string): Promise<Note | undefined> {
  const { rows } = await sql<Note>`
    select ${noteColumns} from duty_notes where community_id = ${communityId} and id = ${noteId} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Keeps a note, and forgets those that were read before `forget`. */
export async function insertNote(
  ctx: Ctx,
  communityId: string,
  { id, text, by, forget }: Pick<Note, 'id' | 'text' | 'by'> & { forget: Date },
): Promise<void> {
  await sql`delete from duty_notes where community_id = ${communityId} and read_at < ${forget}`.execute(ctx.db);
  await sql`
    insert into duty_notes (community_id, id, text, written_by, written_at)
    values (${communityId}, ${id}, ${text}, ${by}, ${ctx.now()})`.execute(ctx.db);
}

/** Notes who has read it. */
export async function markRead(ctx: Ctx, communityId: string, { id, by }: { id: string; by: string }): Promise<void> {
  await sql`
    update duty_notes set read_by = ${by}, read_at = ${ctx.now()}
    where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
}

/** The tables for the full export. */
export const writtenDuty = {
  day: { table: 'duty_days', keys: ['day'], row: sql`t.day::text, t.shifts, t.note` },
  leave: {
    table: 'duty_leaves',
    keys: ['id'],
    row: sql`t.user_id as "userId", t.first_day::text as "from", t.last_day::text as "to",
      t.deputy_id as "deputyId"`,
  },
  note: {
    table: 'duty_notes',
    keys: ['id'],
    row: sql`t.text, t.written_by as "by", t.written_at as "at", t.read_by as "readBy", t.read_at as "readAt"`,
  },
};
