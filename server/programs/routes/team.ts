/** Routes of the team: planning programs, seeing who checks in and on which days. */
import { z } from 'zod';
import { getZone } from '../../communities/index.ts';
import { localDay } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { readBoard } from '../board.ts';
import { monthEnds, monthOf } from '../day.ts';
import { createProgram, getProgram, listPrograms, removeProgram, stateOf, updateProgram } from '../program.ts';
import type { Program } from '../program.ts';
import { selectProgramDays } from '../store/board.ts';
import {
  boardLineShape,
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
  const today = localDay(ctx.now(), await getZone(ctx, program.communityId));
  return showProgram(program, stateOf(program, today));
}

/** Routes of programs for the team. */
export const programRoutes: readonly Route[] = [
  defineRoute({
    name: 'programs.list_programs',
    method: 'get',
    path: base,
    summary: 'Programs of the community, newest first; at most a hundred',
    access: can('programs.read'),
    params,
    response: z.object({ items: z.array(programShape) }),
    handle: async (ctx, { params: { communityId } }) => ({
      items: await Promise.all((await listPrograms(ctx, communityId)).map((program) => show(ctx, program))),
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
    query: pageQuery.extend({ scope: scopeSchema, groupId: z.uuid().optional() }),
    response: pageOf(boardLineShape),
    handle: async (ctx, { params: target, query }) => readBoard(ctx, target, query),
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
