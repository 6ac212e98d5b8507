/**
 * Response time of a community against its promise: all together, each group, each steward, by a clock that always runs or by one
 * that runs in the hours of service. Four statements however many questions there are; words are read only behind a number.
 */
import { getZone } from '../../communities/index.ts';
import { listGroupNames } from '../../groups/index.ts';
import { findUsers } from '../../platform/auth/index.ts';
import { localDay, shiftDay, startOfLocalDay } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { platformErrors } from '../../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../../platform/http/cursor.ts';
import { isId } from '../../platform/ids.ts';
import { getSettings } from '../../platform/settings.ts';
import { userOf } from '../../team/index.ts';
import { deskSettings, serviceHours } from '../promise.ts';
import * as store from '../store/waits.ts';
import { drawAnswers, measureAnswers, type AnswerTime, type CurvePoint, type Waits } from './answer-time.ts';

/** How many days a window may have. */
export const windows = [7, 28, 90] as const;

/** The clocks of a wait. */
export const clocks = ['always', 'service'] as const;

/** Which questions are meant, by which clock; `back` = of the window before, as it stood at its end. */
export interface ResponseWish {
  days: (typeof windows)[number];
  clock: (typeof clocks)[number];
  back?: boolean | undefined;
}

/** Who sees the stewards one by one: all of them, only oneself. */
export type StewardView = 'all' | 'own';

/** Response time of a community. */
export interface Response {
  from: Date;
  until: Date;
  promiseMinutes: number;
  serviceFrom: string;
  serviceTo: string;
  total: AnswerTime;
  /** The window before, of the same length, as it stood at its end. */
  last: AnswerTime;
  curve: CurvePoint[];
  groups: (AnswerTime & { groupId: string; name: string; promiseMinutes: number })[];
  /** Groups with questions that the list leaves out: those with the fewest. */
  moreGroups: number;
  stewards: (AnswerTime & { userId: string; name: string; helped: number })[];
}

const mostGroups = 200;

/** How fast questions of the last days were answered. */
export async function readResponse(
  ctx: Ctx,
  communityId: string,
  wish: ResponseWish & { stewards: StewardView },
): Promise<Response> {
  const scope = await scopeOf(ctx, communityId, wish);
  const settings = await getSettings(ctx, deskSettings, communityId);
  const rows = await store.selectWaitsByGroup(ctx, scope);
  const total = addUp(rows);
  const shown = rows
    .sort((one, other) => other.coded.length - one.coded.length || (one.id < other.id ? -1 : 1))
    .slice(0, mostGroups);
  const ids = shown.map(({ id }) => id);
  const names = await listGroupNames(ctx, communityId, ids);
  return {
    from: scope.from,
    until: scope.until,
    promiseMinutes: settings.promiseMinutes,
    serviceFrom: settings.serviceFrom,
    serviceTo: settings.serviceTo,
    total: measureAnswers(total),
    last: measureAnswers(
      addUp(await store.selectWaitsByGroup(ctx, await scopeOf(ctx, communityId, { ...wish, back: true }))),
    ),
    curve: drawAnswers(total),
    groups: shown.map((row) => ({
      groupId: row.id,
      name: names.get(row.id) ?? '',
      promiseMinutes: settings.groupMinutes[row.id] ?? settings.promiseMinutes,
      ...measureAnswers(row),
    })),
    moreGroups: rows.length - shown.length,
    stewards: await readStewards(ctx, scope, wish.stewards),
  };
}

/** Stewards by name, not by speed: whoever takes the hard questions is slower. */
async function readStewards(ctx: Ctx, scope: store.WaitScope, view: StewardView): Promise<Response['stewards']> {
  const rows = new Map((await store.selectWaitsBySteward(ctx, scope)).map((row) => [row.id, row]));
  const helped = await store.countHelping(ctx, scope);
  const own = userOf(ctx.actor);
  const ids = [...new Set([...rows.keys(), ...helped.keys()])].filter((id) => view === 'all' || id === own);
  const names = new Map((await findUsers(ctx, ids)).map(({ id, name }) => [id, name]));
  const none = { coded: [], promised: 0, kept: 0 };
  return ids
    .map((userId) => ({
      userId,
      name: names.get(userId) ?? '',
      helped: helped.get(userId) ?? 0,
      ...measureAnswers(rows.get(userId) ?? none),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN') || (one.userId < other.userId ? -1 : 1));
}

/** What stands behind a number. */
export interface WaitFilter extends ResponseWish {
  groupId?: string | undefined;
  assigneeId?: string | undefined;
  part: store.WaitPart;
}

/** Questions behind a number, the latest first. */
export async function listWaits(
  ctx: Ctx,
  communityId: string,
  { cursor, limit, ...filter }: WaitFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: store.Wait[]; nextCursor: string | null }> {
  const scope = { ...(await scopeOf(ctx, communityId, filter)), ...filter };
  const after = cursor === undefined ? null : readMark(cursor);
  const rows = await store.selectWaits(ctx, scope, { part: filter.part, after, limit: limit + 1 });
  return toPage(rows, limit, (row) => [row.at.toISOString(), row.id]);
}

/** The window: whole days of the community up to now; who asked a minute ago counts as waiting for a minute. */
async function scopeOf(ctx: Ctx, communityId: string, { days, clock, back }: ResponseWish): Promise<store.WaitScope> {
  const zone = await getZone(ctx, communityId);
  const settings = await getSettings(ctx, deskSettings, communityId);
  const until = back ? new Date(ctx.now().getTime() - days * 24 * 3_600_000) : ctx.now();
  const from = startOfLocalDay(shiftDay(localDay(until, zone), 1 - days), zone);
  return { communityId, from, until, zone, service: clock === 'service' ? serviceHours(settings) : null };
}

function addUp(rows: readonly store.WaitRow[]): Waits {
  return {
    coded: rows.flatMap(({ coded }) => coded),
    promised: rows.reduce((sum, { promised }) => sum + promised, 0),
    kept: rows.reduce((sum, { kept }) => sum + kept, 0),
  };
}

function readMark(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  if (!isMoment(at) || !isId(id)) throw platformErrors.bad_cursor();
  return { at, id };
}
