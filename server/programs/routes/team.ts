/** Routes of the team: planning programs, seeing who checks in and on which days. */
import { z } from 'zod';
import { getZone } from '../../communities/index.ts';
import { localDay } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { readBoard } from '../board.ts';
import { writeBoardFile } from '../board-file.ts';
import { monthEnds, monthOf } from '../day.ts';
import { listProgramViews, viewProgram } from '../overview.ts';
import { createProgram, getProgram, pauseProgram, removeProgram, resumeProgram, updateProgram } from '../program.ts';
import type { Program } from '../program.ts';
import { selectProgramDays } from '../store/board.ts';
import {
  boardLineShape,
  daySchema,
  monthSchema,
  newProgramShape,
  programChangeShape,
  programShape,
  scopeSchema,
  showProgram,
} from './shapes.ts';

const base = '/api/communities/{communityId}/programs';
const params = z.object({ communityId: z.uuid() });
const programParams = params.extend({ programId: z.uuid() });

async function show(ctx: Ctx, program: Program): Promise<z.input<typeof programShape>> {
  return showProgram(await viewProgram(ctx, program));
}

/** Part of a name. */
const q = z.string().trim().min(1).max(100).optional();
const boardFilter = z.strictObject({ scope: scopeSchema, groupId: z.uuid().optional(), q });

/** Routes of programs for the team. */
export const programRoutes: readonly Route[] = [
  defineRoute({
    name: 'programs.list_programs',
    method: 'get',
    path: base,
    summary: 'Programs of the community with their numbers, newest first, at most a hundred; or those of one group',
    access: can('programs.read'),
    params,
    query: z.strictObject({ groupId: z.uuid().optional() }),
    response: z.object({ items: z.array(programShape) }),
    handle: async (ctx, { params: { communityId }, query }) => ({
      items: (await listProgramViews(ctx, communityId, query.groupId ?? null)).map(showProgram),
    }),
  }),
  defineRoute({
    name: 'programs.create_program',
    method: 'post',
    path: base,
    summary: 'Plan a check-in for all groups or some',
    access: can('programs.manage'),
    params,
    body: newProgramShape,
    response: programShape,
    status: 201,
    handle: async (ctx, { params: { communityId }, body: { kind: _kind, ...wish } }) =>
      show(ctx, await createProgram(ctx, communityId, wish)),
  }),
  defineRoute({
    name: 'programs.get_program',
    method: 'get',
    path: `${base}/{programId}`,
    summary: 'One program',
    access: can('programs.read'),
    params: programParams,
    response: programShape,
    handle: async (ctx, { params: { communityId, programId } }) =>
      show(ctx, await getProgram(ctx, communityId, programId)),
  }),
  defineRoute({
    name: 'programs.update_program',
    method: 'patch',
    path: `${base}/{programId}`,
    summary: 'Change a program for the days to come; end it with `endsOn`',
    access: can('programs.manage'),
    params: programParams,
    body: programChangeShape,
    response: programShape,
    handle: async (ctx, { params: target, body }) => show(ctx, await updateProgram(ctx, target, body)),
  }),
  defineRoute({
    name: 'programs.pause_program',
    method: 'post',
    path: `${base}/{programId}/pause`,
    summary: 'Let a program rest from tomorrow on, until a day or until it is resumed; streaks wait',
    access: can('programs.manage'),
    params: programParams,
    body: z.strictObject({ until: daySchema.nullable().default(null) }),
    response: programShape,
    handle: async (ctx, { params: target, body }) => show(ctx, await pauseProgram(ctx, target, body.until)),
  }),
  defineRoute({
    name: 'programs.resume_program',
    method: 'post',
    path: `${base}/{programId}/resume`,
    summary: 'Let a paused program go on from today',
    access: can('programs.manage'),
    params: programParams,
    body: z.strictObject({}),
    response: programShape,
    handle: async (ctx, { params: target }) => show(ctx, await resumeProgram(ctx, target)),
  }),
  defineRoute({
    name: 'programs.remove_program',
    method: 'delete',
    path: `${base}/{programId}`,
    summary: 'Take back a program in which nobody has checked in yet',
    access: can('programs.manage'),
    params: programParams,
    handle: async (ctx, { params: target }) => removeProgram(ctx, target),
  }),
  defineRoute({
    name: 'programs.read_board',
    method: 'get',
    path: `${base}/{programId}/board`,
    summary: 'Who has checked in most, this week or ever, everywhere or in one group; those who hide are marked',
    access: can('programs.read'),
    params: programParams,
    query: pageQuery.extend(boardFilter.shape),
    response: pageOf(boardLineShape),
    handle: async (ctx, { params: target, query }) => readBoard(ctx, target, query),
  }),
  defineRoute({
    name: 'programs.export_board',
    method: 'get',
    path: `${base}/{programId}/board.csv`,
    summary: 'The board as CSV, exactly what the filter leaves',
    access: can('programs.read'),
    params: programParams,
    query: boardFilter,
    response: 'binary',
    handle: async (ctx, { params: target, query }) =>
      new Response(await writeBoardFile(ctx, target, query), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="check-in-${query.scope}.csv"`,
        },
      }),
  }),
  defineRoute({
    name: 'programs.list_days',
    method: 'get',
    path: `${base}/{programId}/days`,
    summary: 'How many have checked in on each day of a month; days without anybody are absent',
    access: can('programs.read'),
    params: programParams,
    query: z.strictObject({ month: monthSchema.optional(), groupId: z.uuid().optional() }),
    response: z.object({
      month: z.string(),
      days: z.array(z.object({ day: z.string(), checkIns: z.number(), madeUp: z.number() })),
    }),
    handle: async (ctx, { params: { communityId, programId }, query }) => {
      await getProgram(ctx, communityId, programId);
      const month = query.month ?? monthOf(localDay(ctx.now(), await getZone(ctx, communityId)));
      const place = { communityId, programId, groupId: query.groupId ?? null };
      return { month, days: await selectProgramDays(ctx, { ...place, ...monthEnds(month) }) };
    },
  }),
];
