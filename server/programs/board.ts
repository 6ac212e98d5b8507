/** Boards: who has checked in most, this week or ever. Members see those of their own group who do not hide; the team sees all. */
import { getZone } from '../communities/index.ts';
import { listIdentities, listIdentitiesNamed, listMemberships, type CurrentMembership } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import { shiftDay, weekStart } from '../platform/clock.ts';
import { readDay } from './day.ts';
import { getProgram, type Program } from './program.ts';
import { findPlayed } from './standing.ts';
import {
  countBoard,
  selectBoard,
  selectDaysOf,
  selectHidden,
  type BoardPlace,
  type BoardRow,
  type BoardWish,
} from './store/board.ts';
import { selectCounted, selectStandings } from './store/count.ts';
import { noStanding, streakOf } from './streak.ts';

/** This week (Monday to Sunday by the community's clocks), or all time. */
export type BoardScope = 'week' | 'all';

/** A line of a board as it is shown. People with as many days share a rank. */
export interface BoardLine {
  rank: number;
  identityId: string;
  name: string;
  pictureId: string | null;
  days: number;
  streak: number;
  longest: number;
  lastDay: string | null;
  doneToday: boolean;
  hidden: boolean;
}

interface Today {
  program: Program;
  day: string;
  between: { from: string; to: string } | null;
}

/** The first lines of a group's board, and the caller's own, which only they see when they hide. */
export async function readGroupBoard(
  ctx: Ctx,
  me: CurrentMembership,
  wish: { programId: string; scope: BoardScope; limit: number },
): Promise<{ items: BoardLine[]; me: BoardLine; total: number }> {
  const program = await findPlayed(ctx, me, wish.programId);
  const today = await readToday(ctx, program, wish.scope);
  const board = boardOf(today, { groupId: me.groupId, withHidden: false });
  const rows = await selectBoard(ctx, board, { after: null, limit: wish.limit });
  // The places follow with the next event; whoever has left a moment ago is not shown either.
  const stays = await listMemberships(ctx, { ...me, identityIds: rows.map((row) => row.identityId) });
  const inside = new Set(stays.map((stay) => stay.identityId));
  const items = await showLines(
    ctx,
    today,
    rows.filter((row) => inside.has(row.identityId)),
  );
  const own = await readOwn(ctx, me, today);
  const { all, better } = await countBoard(ctx, board, own.days);
  const [mine] = await showLines(ctx, today, [{ ...own, rank: better + 1 }]);
  return { items, me: mine!, total: all };
}

/** Which part of a board the team asks for. */
export interface TeamBoardWish {
  scope: BoardScope;
  groupId?: string | undefined;
  /** Part of a name; ranks stay those of the whole board. */
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of a program's board for the team, over all groups or in one. */
export async function readBoard(
  ctx: Ctx,
  target: { communityId: string; programId: string },
  wish: TeamBoardWish,
): Promise<{ items: BoardLine[]; nextCursor: string | null }> {
  const program = await getProgram(ctx, target.communityId, target.programId);
  const today = await readToday(ctx, program, wish.scope);
  const board = boardOf(today, { groupId: wish.groupId ?? null, withHidden: true });
  const after = wish.cursor === undefined ? null : readPlace(wish.cursor);
  const named = wish.q === undefined ? undefined : await listIdentitiesNamed(ctx, target.communityId, wish.q);
  const rows = await selectBoard(ctx, board, { after, limit: wish.limit + 1, only: named?.map(({ id }) => id) });
  const page = toPage(rows, wish.limit, (row) => [row.days, row.longest, row.identityId]);
  return { items: await showLines(ctx, today, page.items), nextCursor: page.nextCursor };
}

async function readToday(ctx: Ctx, program: Program, scope: BoardScope): Promise<Today> {
  const { day } = readDay(ctx.now(), await getZone(ctx, program.communityId), program.definition.window);
  const monday = weekStart(day);
  return { program, day, between: scope === 'week' ? { from: monday, to: shiftDay(monday, 6) } : null };
}

function boardOf(today: Today, who: Pick<BoardWish, 'groupId' | 'withHidden'>): BoardWish {
  const { id: programId, communityId } = today.program;
  return { communityId, programId, between: today.between, ...who };
}

async function readOwn(ctx: Ctx, me: CurrentMembership, today: Today): Promise<Omit<BoardRow, 'rank'>> {
  const { identityId, communityId } = me;
  const programId = today.program.id;
  const standing = (await selectStandings(ctx, me)).get(programId) ?? noStanding;
  const days = today.between
    ? (await selectDaysOf(ctx, me, today.between)).filter((row) => row.programId === programId).length
    : standing.days;
  const hidden = (await selectHidden(ctx, communityId, [identityId])).has(identityId);
  return { identityId, run: standing.run, lastDay: standing.lastDay, longest: standing.longest, days, hidden };
}

async function showLines(ctx: Ctx, today: Today, rows: readonly BoardRow[]): Promise<BoardLine[]> {
  const { communityId, id: programId } = today.program;
  const ids = rows.map((row) => row.identityId);
  const people = new Map((await listIdentities(ctx, communityId, ids)).map((one) => [one.id, one]));
  const keys = ids.map((identityId) => ({ programId, identityId, day: today.day }));
  const done = new Set((await selectCounted(ctx, communityId, keys)).map((day) => day.identityId));
  return rows.flatMap((row) => {
    const { identityId, days, rank, hidden, longest, lastDay } = row;
    const person = people.get(identityId);
    if (!person) return [];
    const { name, pictureId } = person;
    const line = {
      rank,
      identityId,
      name,
      pictureId,
      days,
      streak: streakOf(row, today.day, today.program.pauses),
      hidden,
    };
    return [{ ...line, longest, lastDay, doneToday: done.has(identityId) }];
  });
}

function readPlace(cursor: string): BoardPlace {
  const [days, longest, identityId] = decodeCursor(cursor, 3);
  if (typeof days !== 'number' || typeof longest !== 'number' || typeof identityId !== 'string' || !isId(identityId))
    throw platformErrors.bad_cursor();
  return { days, longest, identityId };
}
