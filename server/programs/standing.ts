/** What a member sees of the check-ins of a group: today, the streak, the month, the cards. One road for one program or all. */
import { getZone } from '../communities/index.ts';
import type { CurrentMembership } from '../people/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { monthEnds, monthOf, readDay, type ProgramDay } from './day.ts';
import { isPlayedIn, listPrograms, stateOf, type Program } from './program.ts';
import { selectDaysOf, selectHidden, selectProgramDays, selectSums } from './store/board.ts';
import { selectStandings } from './store/count.ts';
import { noStanding, streakOf } from './streak.ts';
import type { How } from './tally.ts';

/** What can be done today. */
export type TodayState = 'done' | 'open' | 'early' | 'late' | 'upcoming' | 'paused' | 'ended';

/** A member's view of one program. */
export interface CheckInView {
  program: Program;
  today: { day: string; state: TodayState; how: How | null; at: Date | null };
  me: { streak: number; longest: number; days: number; points: number; hidden: boolean };
  /** How many of the group have checked in today. */
  doneToday: number;
  month: { month: string; days: { day: string; how: How }[] };
  makeUp: { left: number; cardsPerMonth: number; withinDays: number; days: string[] };
}

/** The member who looks, and which month. */
export interface Look {
  me: CurrentMembership;
  month?: string | undefined;
}

/** The check-ins of a member's group: those that run, will, or ended within the last month. */
export async function listCheckIns(ctx: Ctx, look: Look): Promise<CheckInView[]> {
  const { communityId, groupId } = look.me;
  const zone = await getZone(ctx, communityId);
  const since = shiftDay(localDay(ctx.now(), zone), -31);
  const programs = (await listPrograms(ctx, communityId)).filter(
    (program) => isPlayedIn(program, groupId) && (program.endsOn === null || program.endsOn >= since),
  );
  return viewPrograms(ctx, look, programs);
}

/** One check-in of a member's group; throws `platform.not_found`. */
export async function getCheckIn(ctx: Ctx, look: Look, programId: string): Promise<CheckInView> {
  return (await viewPrograms(ctx, look, [await findPlayed(ctx, look.me, programId)]))[0]!;
}

/** A program that is played in the member's group; throws `platform.not_found`. */
export async function findPlayed(ctx: Ctx, me: CurrentMembership, programId: string): Promise<Program> {
  const programs = await listPrograms(ctx, me.communityId);
  const program = programs.find((one) => one.id === programId && isPlayedIn(one, me.groupId));
  if (!program) throw platformErrors.not_found();
  return program;
}

async function viewPrograms(ctx: Ctx, { me, month }: Look, programs: readonly Program[]): Promise<CheckInView[]> {
  if (programs.length === 0) return [];
  const { communityId, identityId, groupId } = me;
  const zone = await getZone(ctx, communityId);
  const today = localDay(ctx.now(), zone);
  const shown = month ?? monthOf(today);
  const ends = monthEnds(shown);
  // A card reaches at most 31 days back, and a window over midnight one more.
  const near = { from: shiftDay(today, -33), to: today };
  const standings = await selectStandings(ctx, me);
  const sums = await selectSums(ctx, me, monthEnds(monthOf(today)));
  const days = await selectDaysOf(ctx, me, ends);
  const recent = await selectDaysOf(ctx, me, near);
  const hidden = (await selectHidden(ctx, communityId, [identityId])).has(identityId);
  const joinedOn = localDay(me.membership.joinedAt, zone);
  const views: CheckInView[] = [];
  for (const program of programs) {
    const of = <Row extends { programId: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.programId === program.id);
    const moment = readDay(ctx.now(), zone, program.definition.window);
    const standing = standings.get(program.id) ?? noStanding;
    const sum = sums.get(program.id);
    const known = of(recent);
    const now = known.find((row) => row.day === moment.day);
    const place = { communityId, programId: program.id, groupId, from: moment.day, to: moment.day };
    const [counted] = await selectProgramDays(ctx, place);
    const { cardsPerMonth, withinDays } = program.definition.makeUp;
    const left = Math.max(0, cardsPerMonth - (sum?.cards ?? 0));
    const firstDay = sum && sum.firstDay < joinedOn ? sum.firstDay : joinedOn;
    const missed = listMissed(program, { today: moment.day, firstDay, known: known.map((row) => row.day) });
    views.push({
      program,
      today: {
        day: moment.day,
        state: now ? 'done' : todayState(program, moment),
        how: now?.how ?? null,
        at: now?.at ?? null,
      },
      me: {
        streak: streakOf(standing, moment.day, program.pauses),
        longest: standing.longest,
        days: standing.days,
        points: sum?.points ?? 0,
        hidden,
      },
      doneToday: counted?.checkIns ?? 0,
      month: { month: shown, days: of(days).map(({ day, how }) => ({ day, how })) },
      makeUp: { left, cardsPerMonth, withinDays, days: left > 0 ? missed : [] },
    });
  }
  return views;
}

function todayState(program: Program, moment: ProgramDay): TodayState {
  const state = stateOf(program, moment.day);
  return state === 'running' ? moment.state : state;
}

/** The days that a card could fill, oldest first: within its reach, in the program's and the member's own time, and missed. */
export function listMissed(
  program: Pick<Program, 'startsOn' | 'endsOn' | 'pauses' | 'definition'>,
  facts: { today: string; firstDay: string; known: readonly string[] },
): string[] {
  const known = new Set(facts.known);
  const days: string[] = [];
  for (let back = program.definition.makeUp.withinDays; back >= 1; back--) {
    const day = shiftDay(facts.today, -back);
    const runs = stateOf(program, day) === 'running';
    if (runs && day >= facts.firstDay && !known.has(day)) days.push(day);
  }
  return days;
}
