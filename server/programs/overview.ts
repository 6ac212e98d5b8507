/** Programs as the team sees them from above: how many come today, the last two weeks, who has checked in when. */
import { getZone } from '../communities/index.ts';
import { getGroup } from '../groups/index.ts';
import { listIdentities, listIdentitiesNamed } from '../people/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isCalendarDay, isMoment, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import { readDay } from './day.ts';
import {
  findPause,
  getProgram,
  isPlayedIn,
  listPrograms,
  stateOf,
  type Program,
  type ProgramState,
} from './program.ts';
import type { Pause } from './definition.ts';
import {
  countLog,
  countPeopleByProgram,
  selectDaysByProgram,
  selectLog,
  type LogPlace,
  type LogRow,
} from './store/overview.ts';

/** Days that the little curve of a program shows. */
const curveDays = 14;

/** A program with how it stands and how it goes. */
export interface ProgramView {
  program: Program;
  state: ProgramState;
  pause: Pause | null;
  numbers: {
    /** The day that counts now: after midnight still the day before when the window goes over midnight. */
    day: string;
    window: 'early' | 'open' | 'late';
    today: number;
    yesterday: number;
    /** Check-ins of the last fourteen days, oldest first, today included. */
    recent: number[];
    /** People who have checked in within the last seven days. */
    people: number;
  };
}

/** The programs of a community, or those that are played in one group with the numbers of that group; newest first. */
export async function listProgramViews(ctx: Ctx, communityId: string, groupId: string | null): Promise<ProgramView[]> {
  if (groupId !== null) await getGroup(ctx, communityId, groupId);
  const programs = (await listPrograms(ctx, communityId)).filter(
    (program) => groupId === null || isPlayedIn(program, groupId),
  );
  return viewPrograms(ctx, programs, { communityId, groupId });
}

/** One program from above. */
export async function viewProgram(ctx: Ctx, program: Program): Promise<ProgramView> {
  return (await viewPrograms(ctx, [program], { communityId: program.communityId, groupId: null }))[0]!;
}

async function viewPrograms(
  ctx: Ctx,
  programs: readonly Program[],
  where: { communityId: string; groupId: string | null },
): Promise<ProgramView[]> {
  if (programs.length === 0) return [];
  const zone = await getZone(ctx, where.communityId);
  const today = localDay(ctx.now(), zone);
  const span = { ...where, programIds: programs.map(({ id }) => id), from: shiftDay(today, -curveDays), to: today };
  const days = await selectDaysByProgram(ctx, span);
  const people = await countPeopleByProgram(ctx, { ...span, from: shiftDay(today, -6) });
  const counts = new Map(days.map(({ programId, day, checkIns }) => [`${programId} ${day}`, checkIns]));
  return programs.map((program) => {
    const moment = readDay(ctx.now(), zone, program.definition.window);
    const count = (day: string) => counts.get(`${program.id} ${day}`) ?? 0;
    return {
      program,
      state: stateOf(program, today),
      pause: findPause(program, today) ?? null,
      numbers: {
        day: moment.day,
        window: moment.state,
        today: count(moment.day),
        yesterday: count(shiftDay(moment.day, -1)),
        recent: Array.from({ length: curveDays }, (_, at) => count(shiftDay(moment.day, at - curveDays + 1))),
        people: people.get(program.id) ?? 0,
      },
    };
  });
}

/** One line of who has checked in when. */
export interface LogLine extends LogRow {
  name: string;
  pictureId: string | null;
  personId: string | null;
  programName: string;
}

/** Which check-ins are asked for. */
export interface LogWish {
  from: string;
  to: string;
  groupId?: string | undefined;
  programId?: string | undefined;
  /** Part of a name. */
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of who has checked in, the latest first, and how many there are of it all. */
export async function readLog(
  ctx: Ctx,
  communityId: string,
  wish: LogWish,
): Promise<{
  items: LogLine[];
  nextCursor: string | null;
  totals: { checkIns: number; madeUp: number; people: number };
}> {
  const { programId, groupId = null, from, to, q } = wish;
  const programs = programId ? [await getProgram(ctx, communityId, programId)] : await listPrograms(ctx, communityId);
  const span = { communityId, programIds: programs.map(({ id }) => id), groupId, from, to };
  const identityIds = q === undefined ? null : (await listIdentitiesNamed(ctx, communityId, q)).map(({ id }) => id);
  const after = wish.cursor === undefined ? null : readPlace(wish.cursor);
  const rows = await selectLog(ctx, { ...span, identityIds }, { after, limit: wish.limit + 1 });
  const page = toPage(rows, wish.limit, (row) => [row.at.toISOString(), row.identityId, row.programId, row.day]);
  const ids = [...new Set(page.items.map((row) => row.identityId))];
  const people = new Map((await listIdentities(ctx, communityId, ids)).map((one) => [one.id, one]));
  const names = new Map(programs.map(({ id, name }) => [id, name]));
  const items = page.items.flatMap((row): LogLine[] => {
    const person = people.get(row.identityId);
    if (!person) return [];
    const { name, pictureId, personId } = person;
    return [{ ...row, name, pictureId, personId, programName: names.get(row.programId) ?? '' }];
  });
  return { items, nextCursor: page.nextCursor, totals: await countLog(ctx, span) };
}

function readPlace(cursor: string): LogPlace {
  const keys = decodeCursor(cursor, 4);
  const [at, identityId, programId, day] = keys.map(String) as [string, string, string, string];
  const isGood = isMoment(at) && isId(identityId) && isId(programId) && isCalendarDay(day);
  if (!isGood) throw platformErrors.bad_cursor();
  return { at, identityId, programId, day };
}
