/** Routes of ladders: what they are, trying a change, the real one, what has happened on them. */
import { z } from 'zod';
import { listIdentities, listPersonsOf } from '../../people/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery, toPage } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { readIdCursor } from '../../people/index.ts';
import { draftShape, type Draft } from '../definition.ts';
import { tryLadder } from '../dry-run.ts';
import { changeLadder, createLadder, getLadder, listLadders, removeLadder } from '../ladder.ts';
import { showChange } from '../history.ts';
import { selectChanges } from '../store/standing.ts';
import { changeShape, communityParams, dryRunShape, ladderParams, ladderShape } from './shapes.ts';

const base = '/api/communities/{communityId}/ladders';

async function show(ctx: Ctx, communityId: string, id?: string) {
  const items = (await listLadders(ctx, communityId)).filter((ladder) => id === undefined || ladder.id === id);
  return items.map(({ passCause, ...ladder }) => ({ ...ladder, running: passCause !== null }));
}

/** Routes of ladders. */
export const ladderRoutes: readonly Route[] = [
  defineRoute({
    name: 'levels.list_ladders',
    method: 'get',
    path: base,
    summary:
      'The ladders, the main one first: levels with their rules in words, what they give, how many stand on them',
    access: can('levels.read'),
    params: communityParams,
    response: z.object({ items: z.array(ladderShape) }),
    handle: async (ctx, { params: { communityId } }) => ({ items: await show(ctx, communityId) }),
  }),
  defineRoute({
    name: 'levels.create_ladder',
    method: 'post',
    path: base,
    summary: 'Make a ladder; everybody is placed on it in the background, and nobody is told',
    access: can('levels.define'),
    params: communityParams,
    body: draftShape,
    response: ladderShape,
    status: 201,
    handle: async (ctx, { params: { communityId }, body }) => {
      const { id } = await createLadder(ctx, communityId, body as Draft);
      return (await show(ctx, communityId, id))[0]!;
    },
  }),
  defineRoute({
    name: 'levels.change_ladder',
    method: 'put',
    path: `${base}/{ladderId}`,
    summary: 'Change a ladder; everybody is looked at in the background, days of grace hold',
    access: can('levels.define'),
    params: ladderParams,
    body: z.strictObject({ revision: z.int(), tells: z.boolean().default(true), draft: draftShape }),
    response: ladderShape,
    handle: async (ctx, { params: { communityId, ladderId: id }, body }) => {
      await changeLadder(ctx, communityId, { id, ...body, draft: body.draft as Draft });
      return (await show(ctx, communityId, id))[0]!;
    },
  }),
  defineRoute({
    name: 'levels.delete_ladder',
    method: 'delete',
    path: `${base}/{ladderId}`,
    summary: 'Put a ladder away; nobody stands on it any more',
    access: can('levels.define'),
    params: ladderParams,
    handle: (ctx, { params: { communityId, ladderId } }) => removeLadder(ctx, communityId, ladderId),
  }),
  defineRoute({
    name: 'levels.try_ladder',
    method: 'post',
    path: `${base}/dry-run`,
    summary: 'What a new ladder or a change would do: who would go up and down, and why; nothing is written',
    access: can('levels.define'),
    params: communityParams,
    body: z.strictObject({ ladderId: z.uuid().nullable(), draft: draftShape }),
    response: dryRunShape,
    transaction: false,
    handle: (ctx, { params: { communityId }, body }) =>
      tryLadder(ctx, communityId, { ladderId: body.ladderId, draft: body.draft as Draft }),
  }),
  defineRoute({
    name: 'levels.list_changes',
    method: 'get',
    path: `${base}/{ladderId}/changes`,
    summary: 'Who went up and down, the latest first',
    access: can('levels.read'),
    params: ladderParams,
    query: pageQuery,
    response: pageOf(changeShape.extend({ personId: z.uuid().nullable(), name: z.string() })),
    handle: async (ctx, { params: { communityId, ladderId }, query }) => {
      const ladder = await getLadder(ctx, communityId, ladderId);
      const page = { before: readIdCursor(query.cursor), limit: query.limit + 1 };
      const found = toPage(await selectChanges(ctx, { communityId, ladderId }, page), query.limit, ({ id }) => [id]);
      const ids = [...new Set(found.items.map(({ identityId }) => identityId))];
      const names = new Map((await listIdentities(ctx, communityId, ids)).map(({ id, name }) => [id, name]));
      const persons = new Map(
        (await listPersonsOf(ctx, communityId, ids)).flatMap(({ personId, identityIds }) =>
          identityIds.map((id) => [id, personId] as const),
        ),
      );
      const items = found.items.map((one) => ({
        ...showChange([ladder], one),
        personId: persons.get(one.identityId) ?? null,
        name: names.get(one.identityId) ?? '',
      }));
      return { items, nextCursor: found.nextCursor };
    },
  }),
];
