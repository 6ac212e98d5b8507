/** Routes of seasons: what the end of one would take, planning it, giving it up before. */
import { z } from 'zod';
import { paragraphs, singleLine } from '../../communities/index.ts';
import { readIdCursor } from '../../people/index.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery, toPage } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { callSeasonOff, planSeason, trySeason } from '../season.ts';
import { seasonStates, selectSeasons } from '../store/season.ts';
import { communityParams, moment } from './shapes.ts';

const base = '/api/communities/{communityId}/points/seasons';

const seasonShape = z
  .object({
    id: z.uuid(),
    name: z.string(),
    endsOn: z.iso.date(),
    words: z.string(),
    state: z.enum(seasonStates),
    plannedAt: moment,
    toldAt: moment.nullable(),
    people: z.int(),
    points: z.int(),
    endedAt: moment.nullable(),
  })
  .meta({ id: 'PointsSeason' });

/** Routes of seasons. */
export const seasonRoutes: readonly Route[] = [
  defineRoute({
    name: 'points.list_seasons',
    method: 'get',
    path: base,
    summary: 'Seasons, the latest first: what is planned, what was taken',
    access: can('points.read'),
    params: communityParams,
    query: pageQuery,
    response: pageOf(seasonShape),
    handle: async (ctx, { params: { communityId }, query }) => {
      const page = { before: readIdCursor(query.cursor), limit: query.limit + 1 };
      return toPage(await selectSeasons(ctx, communityId, page), query.limit, ({ id }) => [id]);
    },
  }),
  defineRoute({
    name: 'points.try_season',
    method: 'get',
    path: `${base}/dry-run`,
    summary: 'What would be taken if the season ended now, and words to tell members with; nothing is written',
    access: can('points.manage'),
    params: communityParams,
    response: z.object({ people: z.int(), points: z.int(), earliest: z.iso.date(), words: z.string() }),
    handle: (ctx, { params: { communityId } }) => trySeason(ctx, communityId),
  }),
  defineRoute({
    name: 'points.plan_season',
    method: 'post',
    path: base,
    summary: 'Plan the end of a season; members are told a week before. The same id plans once',
    access: can('points.manage'),
    params: communityParams,
    body: z.strictObject({ id: z.uuid(), name: singleLine(30), endsOn: z.iso.date(), words: paragraphs(500) }),
    response: seasonShape,
    status: 201,
    handle: (ctx, { params: { communityId }, body }) => planSeason(ctx, communityId, body),
  }),
  defineRoute({
    name: 'points.call_season_off',
    method: 'post',
    path: `${base}/{seasonId}/call-off`,
    summary: 'Give a season up before it ends; who was told of it is told that, too',
    access: can('points.manage'),
    params: communityParams.extend({ seasonId: z.uuid() }),
    response: seasonShape,
    handle: (ctx, { params: { communityId, seasonId: id } }) => callSeasonOff(ctx, { communityId, id }),
  }),
];
