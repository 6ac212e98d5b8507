/** All SQL on `promotions_days`. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { CreditDay } from '../credit.ts';

interface DayRow extends Omit<CreditDay, 'counts'> {
  groupId: string;
  answers: number;
  checkIns: number;
  reactions: number;
}

/** A day of a group's credit as it is kept. */
export type KeptDay = CreditDay & { groupId: string };

/** The balance in the evening of a day, by group; groups of which that day is not kept are left out. */
export async function selectBalances(
  ctx: Ctx,
  which: { communityId: string; groupIds: readonly string[]; day: string },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ groupId: string; balance: number }>`
    select group_id as "groupId", balance from promotions_days
    where community_id = ${which.communityId} and group_id = any(${which.groupIds}::uuid[]) and day = ${which.day}`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ groupId, balance }) => [groupId, balance]));
}

/** Keeps days as they were counted last; only what has changed is written. */
export async function upsertDays(ctx: Ctx, communityId: string, days: readonly KeptDay[]): Promise<void> {
  if (days.length === 0) return;
  const rows = days.map(({ counts, ...day }) => ({ ...day, ...counts }));
  await sql`
    insert into promotions_days as kept
      (community_id, group_id, day, answers, check_ins, reactions, promotions, value, spent, balance)
    select ${communityId}, "groupId", day, answers, "checkIns", reactions, promotions, value, spent, balance
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row("groupId" uuid, day date, answers int, "checkIns" int,
      reactions int, promotions int, value float8, spent float8, balance float8)
    on conflict (community_id, group_id, day) do update set answers = excluded.answers, check_ins = excluded.check_ins,
      reactions = excluded.reactions, promotions = excluded.promotions, value = excluded.value, spent = excluded.spent,
      balance = excluded.balance
    where (kept.answers, kept.check_ins, kept.reactions, kept.promotions, kept.value, kept.spent, kept.balance) is distinct from
      (excluded.answers, excluded.check_ins, excluded.reactions, excluded.promotions, excluded.value, excluded.spent, excluded.balance)`.execute(
    ctx.db,
  );
}

/** The kept days of a group in order, for the full export and for looking back. */
export async function selectDays(ctx: Ctx, communityId: string, groupId: string): Promise<CreditDay[]> {
  const { rows } = await sql<DayRow>`
    select group_id as "groupId", day, answers, check_ins as "checkIns", reactions, promotions, value, spent, balance
    from promotions_days where community_id = ${communityId} and group_id = ${groupId} order by day`.execute(ctx.db);
  return rows.map(({ answers, checkIns, reactions, groupId: _group, ...day }) => ({
    ...day,
    counts: { answers, checkIns, reactions },
  }));
}
