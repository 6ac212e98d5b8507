/** Routes of the team about what the community has taught: teaching by hand, what was taught, and beginning anew. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { decodeCursor, pageOf, pageQuery, toPage } from '../../platform/http/cursor.ts';
import { platformErrors } from '../../platform/errors.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { resetLearner, tallyLessons, undoReset } from '../lessons.ts';
import { sightOf } from '../sight.ts';
import { selectLessons } from '../store/lessons.ts';
import { takeBackByHand, teachByHand } from '../teach.ts';
import { hideTaught } from '../words.ts';
import { communityParams, lessonShape, moment } from './shapes.ts';

const base = '/api/communities/{communityId}/rules';

const learnedShape = z.object({
  /** Grows with every change. */
  version: z.int(),
  /** Lessons that count, in full or in part. */
  lessons: z.int(),
  unwelcome: z.int(),
  heldBack: z.int(),
  since: moment.nullable(),
  resetAt: moment.nullable(),
  canUndoReset: z.boolean(),
});

/** The shortest text whose wording is looked at. */
const shortest = 6;
const about = z.union([
  z.strictObject({ text: z.string().trim().min(shortest).max(4000) }),
  z.strictObject({ caseId: z.uuid() }),
  z.strictObject({ groupId: z.uuid(), messageId: z.uuid() }),
]);

/** Routes of the team about what was taught. */
export const lessonRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.list_lessons',
    method: 'get',
    path: `${base}/lessons`,
    summary: 'What was taught since the last reset, newest first, and how much each lesson counted',
    access: can('rules.read'),
    params: communityParams,
    query: pageQuery,
    response: pageOf(lessonShape),
    handle: async (ctx, { params: { communityId }, query }) => {
      const before = query.cursor === undefined ? null : readNumber(query.cursor);
      const rows = await selectLessons(ctx, communityId, { before, limit: query.limit + 1 });
      const page = toPage(rows, query.limit, ({ number }) => [number]);
      const { seesWords } = await sightOf(ctx, communityId);
      return seesWords ? page : { ...page, items: page.items.map(hideTaught) };
    },
  }),
  defineRoute({
    name: 'rules.teach',
    method: 'post',
    path: `${base}/lessons`,
    summary: 'Call a sentence, a message or the words of a case unwelcome or fine; it counts from the next message on',
    access: can('rules.moderate'),
    params: communityParams,
    body: z.strictObject({ about, isUnwelcome: z.boolean() }),
    response: lessonShape,
    status: 201,
    handle: (ctx, { params, body }) => teachByHand(ctx, { ...params, ...body }),
  }),
  defineRoute({
    name: 'rules.take_back_lesson',
    method: 'delete',
    path: `${base}/lessons/{number}`,
    summary: 'Take back what was taught by hand, as if it had not been; decisions are taken back in their case',
    access: can('rules.moderate'),
    params: communityParams.extend({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
    handle: (ctx, { params }) => takeBackByHand(ctx, params.communityId, params.number),
  }),
  defineRoute({
    name: 'rules.get_learned',
    method: 'get',
    path: `${base}/learned`,
    summary: 'How much the community has taught, and since when',
    access: can('rules.read'),
    params: communityParams,
    response: learnedShape,
    handle: (ctx, { params }) => tallyLessons(ctx, params.communityId),
  }),
  defineRoute({
    name: 'rules.reset_learned',
    method: 'post',
    path: `${base}/learned/reset`,
    summary: 'Throw away all that was taught; for 30 days it can be brought back',
    access: can('rules.reset'),
    params: communityParams,
    body: z.strictObject({}),
    response: learnedShape,
    handle: (ctx, { params }) => resetLearner(ctx, params.communityId),
  }),
  defineRoute({
    name: 'rules.undo_reset',
    method: 'post',
    path: `${base}/learned/undo-reset`,
    summary: 'Bring back what the last reset has thrown away, with what was taught since',
    access: can('rules.reset'),
    params: communityParams,
    body: z.strictObject({}),
    response: learnedShape,
    handle: (ctx, { params }) => undoReset(ctx, params.communityId),
  }),
];

function readNumber(cursor: string): number {
  const [number] = decodeCursor(cursor, 1);
  if (!Number.isSafeInteger(number)) throw platformErrors.bad_cursor();
  return Number(number);
}
