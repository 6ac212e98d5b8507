/** Routes of the team about people in programs: who has checked in when, one person's days, filling in for somebody. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { readLog } from '../overview.ts';
import { grantDay, readPersonDays, revokeDay } from '../person-days.ts';
import { shiftDay } from '../../platform/clock.ts';
import { dateShape, daySchema, monthSchema, personDaysShape, showPersonDays } from './shapes.ts';

const community = '/api/communities/{communityId}';
const params = z.object({ communityId: z.uuid() });
const personParams = params.extend({ programId: z.uuid(), identityId: z.uuid() });
const personPath = `${community}/programs/{programId}/people/{identityId}`;

/** A list of a quarter is long enough for a screen; the whole is in the export of the community. */
const mostDays = 92;

const logQuery = pageQuery
  .extend({
    from: daySchema,
    to: daySchema,
    groupId: z.uuid().optional(),
    programId: z.uuid().optional(),
    q: z.string().trim().min(1).max(100).optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'span_backwards' })
  .refine(({ from, to }) => to <= shiftDay(from, mostDays), { path: ['to'], message: 'span_long' });

const lineShape = dateShape.extend({
  programId: z.uuid(),
  programName: z.string(),
  identityId: z.uuid(),
  personId: z.uuid().nullable(),
  name: z.string(),
  pictureId: z.uuid().nullable(),
});

/** Routes about people in programs. */
export const peopleRoutes: readonly Route[] = [
  defineRoute({
    name: 'programs.list_log',
    method: 'get',
    path: `${community}/check-ins`,
    summary: 'Who has checked in from a day to a day, the latest first, in one group or program or all',
    access: can('programs.read'),
    params,
    query: logQuery,
    response: pageOf(lineShape).extend({
      totals: z.object({ checkIns: z.number(), madeUp: z.number(), people: z.number() }),
    }),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { items, ...rest } = await readLog(ctx, communityId, query);
      return { ...rest, items: items.map((line) => ({ ...line, at: line.at.toISOString() })) };
    },
  }),
  defineRoute({
    name: 'programs.read_person_days',
    method: 'get',
    path: personPath,
    summary: 'One person in one program: standing, the days of a month, cards, days that were missed',
    access: can('programs.read'),
    params: personParams,
    query: z.strictObject({ month: monthSchema.optional() }),
    response: personDaysShape,
    handle: async (ctx, { params: place, query }) => showPersonDays(await readPersonDays(ctx, place, query.month)),
  }),
  defineRoute({
    name: 'programs.grant_day',
    method: 'post',
    path: `${personPath}/days`,
    summary: 'Fill in a missed day for somebody; it keeps the streak, takes no card and earns no points',
    access: can('programs.manage'),
    params: personParams,
    body: z.strictObject({ day: daySchema }),
    response: personDaysShape,
    handle: async (ctx, { params: place, body: { day } }) => {
      await grantDay(ctx, place, day);
      return showPersonDays(await readPersonDays(ctx, place, day.slice(0, 7)));
    },
  }),
  defineRoute({
    name: 'programs.revoke_day',
    method: 'delete',
    path: `${personPath}/days/{day}`,
    summary: 'Take back a day that the team has filled in',
    access: can('programs.manage'),
    params: personParams.extend({ day: daySchema }),
    response: personDaysShape,
    handle: async (ctx, { params: { day, ...place } }) => {
      await revokeDay(ctx, place, day);
      return showPersonDays(await readPersonDays(ctx, place, day.slice(0, 7)));
    },
  }),
];
