/** Routes of the team: finding someone for a member, suggesting two people to each other, looking after the board. */
import { z } from 'zod';
import { singleLine } from '../../communities/index.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Ctx } from '../../platform/context.ts';
import { platformErrors } from '../../platform/errors.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { listIdentities } from '../../people/index.ts';
import { userOf } from '../../team/index.ts';
import { askerOf } from '../asker.ts';
import { listEntries } from '../board.ts';
import { suggestIntroduction } from '../request.ts';
import { findSomeone } from '../someone.ts';
import { countEntries, lockEntry, setHidden } from '../store/entry.ts';
import { countRequests, outcomes, selectLatestRequests } from '../store/request.ts';
import { communityParams, entryShape, fittingShape, moment, requestStates, someoneText } from './shapes.ts';

const base = '/api/communities/{communityId}';
const entryParams = communityParams.extend({ entryId: z.uuid() });
const someone = z.object({ identityId: z.uuid(), name: z.string() });

const teamEntry = entryShape.extend({ closedAt: moment.nullable(), isMade: z.boolean(), hiddenAt: moment.nullable() });

const meetingRoutes: readonly Route[] = [
  defineRoute({
    name: 'introductions.find_someone_for',
    method: 'get',
    path: `${base}/introductions/someone`,
    summary: 'People who fit free words, through the eyes of a member: only whom that member may see',
    access: can('introductions.read'),
    params: communityParams,
    query: z.strictObject({ text: someoneText, identityId: z.uuid() }),
    response: z.object({ words: z.array(z.string()), items: z.array(fittingShape) }),
    handle: async (ctx, { params, query }) =>
      findSomeone(ctx, await askerOf(ctx, params.communityId, query.identityId), query.text),
  }),
  defineRoute({
    name: 'introductions.list_latest',
    method: 'get',
    path: `${base}/introductions`,
    summary: 'The latest introductions without the words of the two, and how many there were',
    access: can('introductions.read'),
    params: communityParams,
    response: z.object({
      asked: z.int(),
      accepted: z.int(),
      made: z.int(),
      items: z.array(
        z.object({
          id: z.uuid(),
          from: someone,
          to: someone,
          isSuggested: z.boolean(),
          state: z.enum(requestStates),
          createdAt: moment,
          outcomes: z.array(z.enum(outcomes)),
        }),
      ),
    }),
    handle: async (ctx, { params: { communityId } }) => {
      const { madeOnBoard: _board, ...counts } = await countRequests(ctx, communityId);
      return { ...counts, items: await showLatest(ctx, communityId) };
    },
  }),
  defineRoute({
    name: 'introductions.suggest',
    method: 'post',
    path: `${base}/introductions`,
    summary: 'Suggest two people to each other; both must agree',
    access: can('introductions.suggest'),
    params: communityParams,
    body: z.strictObject({ oneId: z.uuid(), otherId: z.uuid(), why: singleLine(120) }),
    response: z.object({ id: z.uuid() }),
    status: 201,
    handle: async (ctx, { params: { communityId }, body }) => {
      const id = await suggestIntroduction(ctx, communityId, { ...body, userId: userOf(ctx.actor)! });
      const target = { kind: 'introduction', id };
      await recordAudit(ctx, { communityId, action: 'introductions.suggest', target });
      return { id };
    },
  }),
];

async function showLatest(ctx: Ctx, communityId: string) {
  const rows = await selectLatestRequests(ctx, communityId);
  const ids = [...new Set(rows.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const names = new Map((await listIdentities(ctx, communityId, ids)).map(({ id, name }) => [id, name]));
  const show = (identityId: string) => ({ identityId, name: names.get(identityId) ?? '' });
  return rows.map((row) => ({
    id: row.id,
    from: show(row.fromId),
    to: show(row.toId),
    isSuggested: row.suggestedBy !== null,
    state: row.state,
    createdAt: row.createdAt,
    outcomes: [row.fromOutcome, row.toOutcome].filter((one) => one !== null),
  }));
}

const boardRoutes: readonly Route[] = [
  defineRoute({
    name: 'introductions.list_entries',
    method: 'get',
    path: `${base}/board`,
    summary: 'The whole exchange board, also what is over or hidden, newest first; how much has come about',
    access: can('introductions.read'),
    params: communityParams,
    query: z.strictObject({
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: pageOf(teamEntry).extend({ offers: z.int(), needs: z.int(), made: z.int() }),
    handle: async (ctx, { params: { communityId }, query }) => {
      const page = await listEntries(ctx, { communityId, kind: null, onlyLiving: false, exceptIds: [] }, query);
      return { ...page, ...(await countEntries(ctx, communityId)) };
    },
  }),
  defineRoute({
    name: 'introductions.hide_entry',
    method: 'post',
    path: `${base}/board/{entryId}/hide`,
    summary: 'Take an entry off the board with a reason, which its owner reads',
    access: can('introductions.moderate'),
    params: entryParams,
    body: z.strictObject({ reason: singleLine(200) }),
    handle: (ctx, { params, body }) => moderate(ctx, params, body.reason),
  }),
  defineRoute({
    name: 'introductions.show_entry',
    method: 'post',
    path: `${base}/board/{entryId}/show`,
    summary: 'Put a hidden entry back',
    access: can('introductions.moderate'),
    params: entryParams,
    body: z.strictObject({}),
    handle: (ctx, { params }) => moderate(ctx, params, null),
  }),
];

async function moderate(
  ctx: Ctx,
  { communityId, entryId }: { communityId: string; entryId: string },
  reason: string | null,
): Promise<void> {
  const entry = await lockEntry(ctx, communityId, entryId);
  if (!entry) throw platformErrors.not_found();
  await setHidden(ctx, entry, reason === null ? null : { by: userOf(ctx.actor), reason });
  const action = reason === null ? 'introductions.show_entry' : 'introductions.hide_entry';
  await recordAudit(ctx, { communityId, action, target: { kind: 'entry', id: entryId } });
}

/** Routes of the team. */
export const teamRoutes: readonly Route[] = [...meetingRoutes, ...boardRoutes];
