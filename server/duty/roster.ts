/** The roster as everybody of the team sees it: who is on now and in the next days, and where nobody is. */
import { findUsers } from '../platform/auth/index.ts';
import type { Ctx } from '../platform/context.ts';
import {
  findGaps,
  findOverlaps,
  findStandIn,
  layOutWatches,
  whoIsOn,
  type Gap,
  type Overlap,
  type Plan,
  type Watch,
} from './calendar.ts';
import { listNotes, type ShownNote } from './note.ts';
import { daysAhead, readPlan, type PresentPlan } from './plan.ts';

/** Somebody whom the roster names. */
export interface Operator {
  userId: string;
  name: string;
  /** May be on duty; false = has left or only looks on. */
  onTeam: boolean;
}

/** The whole roster with the watches of the next days. */
export interface ShownRoster {
  plan: PresentPlan;
  watches: Watch[];
  gaps: Gap[];
  overlaps: Overlap[];
  notes: ShownNote[];
  operators: Operator[];
}

/** Who is on now, who comes next, and what they have to read. */
export interface DutyNow {
  /** Whether the team has a roster at all. */
  planned: boolean;
  on: { userId: string; until: number }[];
  next: { start: number; userIds: string[] } | null;
  notes: ShownNote[];
  operators: Operator[];
}

/** The roster of a community and the next fourteen days. */
export async function getRoster(ctx: Ctx, communityId: string): Promise<ShownRoster> {
  const plan = await readPlan(ctx, communityId);
  const span = { day: plan.today, days: daysAhead };
  const watches = layOutWatches(plan, span);
  const gaps = findGaps(plan, { ...span, now: ctx.now().getTime() });
  const notes = await listNotes(ctx, communityId, { plan, unread: false });
  const named = [
    ...plan.team,
    ...[...plan.shifts, ...plan.days.flatMap(({ shifts }) => shifts)].flatMap(({ operatorIds }) => operatorIds),
    ...plan.leaves.flatMap(({ userId, deputyId }) => (deputyId === null ? [userId] : [userId, deputyId])),
  ];
  const operators = await nameOperators(ctx, plan, [...named, ...authorsOf(notes)]);
  return { plan, watches, gaps, overlaps: findOverlaps(watches), notes, operators };
}

/** Who is on duty now, when somebody else comes, and what nobody has read yet. */
export async function getDutyNow(ctx: Ctx, communityId: string): Promise<DutyNow> {
  const plan = await readPlan(ctx, communityId);
  const now = ctx.now().getTime();
  const watches = layOutWatches(plan, { day: plan.today, days: daysAhead });
  const on = whoIsOn(watches, now).map((userId) => ({ userId, until: untilWhen(watches, userId, now) }));
  const present = new Set(on.map(({ userId }) => userId));
  const coming = watches.find(({ start, on: there }) => start > now && there.some((userId) => !present.has(userId)));
  const next = coming ? { start: coming.start, userIds: coming.on } : null;
  const notes = await listNotes(ctx, communityId, { plan, unread: true });
  const named = [...on.map(({ userId }) => userId), ...(next?.userIds ?? []), ...authorsOf(notes)];
  const planned = plan.shifts.length > 0 || plan.days.some(({ shifts }) => shifts.length > 0);
  return { planned, on, next, notes, operators: await nameOperators(ctx, plan, named) };
}

/** Who is on duty at this moment; often nobody. */
export async function listOnDuty(ctx: Ctx, communityId: string): Promise<string[]> {
  const plan = await readPlan(ctx, communityId);
  return whoIsOn(layOutWatches(plan, { day: plan.today, days: 1 }), ctx.now().getTime());
}

/** Who stands in today for somebody who is away; fills `team.standIns`. */
export async function standInToday(ctx: Ctx, communityId: string, userId: string): Promise<string | null> {
  const plan = await readPlan(ctx, communityId);
  return findStandIn(plan, userId, plan.today);
}

/** Who is away on a day (today, without one), with who stands in for them (null = nobody). */
export async function listAway(ctx: Ctx, communityId: string, on?: string): Promise<Map<string, string | null>> {
  const plan = await readPlan(ctx, communityId);
  const day = on ?? plan.today;
  const away = plan.leaves.filter(({ from, to }) => from <= day && day <= to);
  return new Map(away.map(({ userId }) => [userId, findStandIn(plan, userId, day)]));
}

function authorsOf(notes: readonly ShownNote[]): string[] {
  return notes.flatMap(({ by, readBy }) => (readBy === null ? [by] : [by, readBy]));
}

/** The end of what somebody does without a break from now on. */
function untilWhen(watches: readonly Watch[], userId: string, now: number): number {
  let until = now;
  for (const { start, end, on } of watches) if (start <= until && end > until && on.includes(userId)) until = end;
  return until;
}

async function nameOperators(ctx: Ctx, plan: Plan, userIds: readonly string[]): Promise<Operator[]> {
  const ids = [...new Set(userIds)];
  const names = new Map((await findUsers(ctx, ids)).map(({ id, name }) => [id, name]));
  return ids.map((userId) => ({
    userId,
    name: names.get(userId) ?? ctx.t('team:unknown_member'),
    onTeam: plan.team.has(userId),
  }));
}
