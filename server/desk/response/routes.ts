/** Routes of the response time: the numbers, the questions behind them, and these as a file. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { writeCsv } from '../../../lib/spreadsheet/csv.ts';
import { checkPermission } from '../../platform/auth/grants.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { questionShape, showQuestions } from '../routes/questions.ts';
import type { WaitPart } from '../store/waits.ts';
import { fewestQuestions } from './answer-time.ts';
import { recordExport, writeWaits } from './export.ts';
import { clocks, listWaits, readResponse, windows } from './response.ts';

const base = '/api/communities/{communityId}';
const params = z.object({ communityId: z.uuid() });

/** A share with its interval. */
export const share = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .nullable()
  .meta({ id: 'Share' });
const answerTime = z
  .object({
    n: z.int(),
    answered: z.int(),
    median: z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable(),
    within15: share,
    within60: share,
    within1440: share,
    unanswered: share,
    promise: z.object({ kept: z.int(), of: z.int(), share }),
  })
  .meta({ id: 'AnswerTime' });

const responseShape = z.object({
  from: z.string(),
  until: z.string(),
  /** Fewer questions than this say nothing. */
  fewest: z.int(),
  promiseMinutes: z.int(),
  serviceFrom: z.string(),
  serviceTo: z.string(),
  total: answerTime,
  /** The window before, of the same length, as it stood at its end. */
  last: answerTime,
  curve: z.array(z.object({ minutes: z.number(), share: z.number(), low: z.number(), high: z.number() })),
  groups: z.array(z.object({ groupId: z.string(), name: z.string(), promiseMinutes: z.int(), time: answerTime })),
  moreGroups: z.int(),
  stewards: z.array(z.object({ userId: z.string(), name: z.string(), helped: z.int(), time: answerTime })),
});

const wish = {
  days: z
    .enum(['7', '28', '90'])
    .default('28')
    .transform((days) => Number(days) as (typeof windows)[number]),
  clock: z.enum(clocks).default('always'),
};
const parts = ['all', 'in15', 'in60', 'in1440', 'longer', 'waiting', 'kept', 'broken'] as const;
const filter = {
  ...wish,
  groupId: z.uuid().optional(),
  assigneeId: z.uuid().optional(),
  part: z.enum(parts).default('all'),
  /** `true` = of the window before, as it stood at its end. */
  back: z.stringbool().default(false),
};

function partOf(part: (typeof parts)[number]): WaitPart {
  if (part === 'longer') return { kind: 'longer', minutes: 1440 };
  const minutes = { in15: 15, in60: 60, in1440: 1440 }[part as 'in15'] as number | undefined;
  return minutes === undefined ? { kind: part as 'all' | 'waiting' | 'kept' | 'broken' } : { kind: 'within', minutes };
}

/** Routes of the response time. */
export const responseRoutes: readonly Route[] = [
  defineRoute({
    name: 'desk.read_response',
    method: 'get',
    path: `${base}/response`,
    summary:
      'How fast questions are answered against the promise (Kaplan–Meier, questions that still wait count as waiting): all, each group, each steward; by a clock that always runs or by the hours of service',
    access: can('desk.read'),
    params,
    query: z.strictObject(wish),
    response: responseShape,
    handle: async (ctx, { params: { communityId }, query }) => {
      const stewards = (await checkPermission(ctx, 'desk.manage', communityId)) === 'granted' ? 'all' : 'own';
      const found = await readResponse(ctx, communityId, { ...query, stewards });
      return {
        ...found,
        from: found.from.toISOString(),
        until: found.until.toISOString(),
        fewest: fewestQuestions,
        groups: found.groups.map(({ groupId, name, promiseMinutes, ...time }) => ({
          groupId,
          name,
          promiseMinutes,
          time,
        })),
        stewards: found.stewards.map(({ userId, name, helped, ...time }) => ({ userId, name, helped, time })),
      };
    },
  }),
  defineRoute({
    name: 'desk.list_waits',
    method: 'get',
    path: `${base}/response/questions`,
    summary:
      'The questions behind a number of the response time, the latest first, each with its wait in minutes of that clock',
    access: can('desk.read'),
    params,
    query: pageQuery.extend(filter),
    response: pageOf(questionShape.extend({ minutes: z.int() }).meta({ id: 'Wait' })),
    handle: async (ctx, { params: { communityId }, query }) => {
      const page = await listWaits(ctx, communityId, { ...query, part: partOf(query.part) });
      const shown = await showQuestions(ctx, communityId, page.items);
      return { ...page, items: shown.map((question, at) => ({ ...question, minutes: page.items[at]!.minutes })) };
    },
  }),
  defineRoute({
    name: 'desk.export_waits',
    method: 'get',
    path: `${base}/response/questions.csv`,
    summary: 'The same questions as CSV, exactly what the filter leaves',
    access: can('desk.manage'),
    params,
    query: z.strictObject(filter),
    response: 'binary',
    handle: async (ctx, { params: { communityId }, query }) => {
      const wished = { ...query, part: partOf(query.part) };
      await recordExport(ctx, communityId, query);
      const bytes = writeCsv(writeWaits(ctx, communityId, wished));
      return new Response(
        Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array<ArrayBuffer>>,
        {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': `attachment; filename="questions-${query.days}.csv"`,
          },
        },
      );
    },
  }),
];
