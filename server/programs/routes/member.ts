/** Routes of members: the check-ins of a group, the button, make-up cards, the board, hiding from it. */
import { z } from 'zod';
import { currentMembership, memberOfGroup } from '../../people/index.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { readGroupBoard } from '../board.ts';
import { checkIn, setHidden, useMakeUpCard } from '../check-in.ts';
import { getCheckIn, listCheckIns } from '../standing.ts';
import { boardLineShape, checkInShape, daySchema, monthSchema, scopeSchema, showCheckIn } from './shapes.ts';

const base = '/api/member/groups/{groupId}/check-ins';
const groupParams = z.object({ groupId: z.uuid() });
const programParams = groupParams.extend({ programId: z.uuid() });
const monthQuery = z.strictObject({ month: monthSchema.optional() });
const limit = { name: 'programs.check_in', per: 'actor', burst: 30, perMinute: 60 } as const;

/** Routes of members. */
export const memberRoutes: readonly Route[] = [
  defineRoute({
    name: 'programs.list_check_ins',
    method: 'get',
    path: base,
    summary: 'The check-ins of the group: what can be done today, the own streak, a month of days, cards',
    access: memberOfGroup,
    params: groupParams,
    query: monthQuery,
    response: z.object({ items: z.array(checkInShape) }),
    handle: async (ctx, { params: { groupId }, query }) => {
      const me = await currentMembership(ctx, groupId);
      return { items: (await listCheckIns(ctx, { me, ...query })).map(showCheckIn) };
    },
  }),
  defineRoute({
    name: 'programs.get_check_in',
    method: 'get',
    path: `${base}/{programId}`,
    summary: 'One check-in of the group, with the days of a month',
    access: memberOfGroup,
    params: programParams,
    query: monthQuery,
    response: checkInShape,
    handle: async (ctx, { params: { groupId, programId }, query }) => {
      const me = await currentMembership(ctx, groupId);
      return showCheckIn(await getCheckIn(ctx, { me, ...query }, programId));
    },
  }),
  defineRoute({
    name: 'programs.check_in',
    method: 'post',
    path: `${base}/{programId}`,
    summary: 'Check in for today by the button; twice is the same as once',
    access: memberOfGroup,
    limit,
    params: programParams,
    body: z.strictObject({}),
    response: z.object({ fresh: z.boolean(), points: z.number(), checkIn: checkInShape }),
    handle: async (ctx, { params: { groupId, programId } }) => {
      const me = await currentMembership(ctx, groupId);
      const { fresh, points } = await checkIn(ctx, me, programId);
      return { fresh, points, checkIn: showCheckIn(await getCheckIn(ctx, { me }, programId)) };
    },
  }),
  defineRoute({
    name: 'programs.use_make_up_card',
    method: 'post',
    path: `${base}/{programId}/make-ups`,
    summary: 'Fill a missed day with a card of this month; it keeps the streak and earns no points',
    access: memberOfGroup,
    limit,
    params: programParams,
    body: z.strictObject({ day: daySchema }),
    response: z.object({ checkIn: checkInShape }),
    handle: async (ctx, { params: { groupId, programId }, body: { day } }) => {
      const me = await currentMembership(ctx, groupId);
      await useMakeUpCard(ctx, me, { programId, day });
      return { checkIn: showCheckIn(await getCheckIn(ctx, { me, month: day.slice(0, 7) }, programId)) };
    },
  }),
  defineRoute({
    name: 'programs.read_group_board',
    method: 'get',
    path: `${base}/{programId}/board`,
    summary: 'Who of the group has checked in most; who hides is not shown, the own line always is, to oneself',
    access: memberOfGroup,
    params: programParams,
    query: z.strictObject({ scope: scopeSchema, limit: z.coerce.number().int().min(1).max(100).default(50) }),
    response: z.object({ items: z.array(boardLineShape), me: boardLineShape, total: z.number() }),
    handle: async (ctx, { params: { groupId, programId }, query }) =>
      readGroupBoard(ctx, await currentMembership(ctx, groupId), { programId, ...query }),
  }),
  defineRoute({
    name: 'programs.set_board_visibility',
    method: 'put',
    path: `${base}/visibility`,
    summary: 'Hide oneself from the boards of this community, or show oneself again',
    access: memberOfGroup,
    limit,
    params: groupParams,
    body: z.strictObject({ hidden: z.boolean() }),
    response: z.object({ hidden: z.boolean() }),
    handle: async (ctx, { params: { groupId }, body: { hidden } }) => {
      await setHidden(ctx, await currentMembership(ctx, groupId), hidden);
      return { hidden };
    },
  }),
];
