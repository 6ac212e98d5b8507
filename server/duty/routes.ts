/** Routes of the roster: all of it, who is on now, the pattern, single days, leave, and notes for whoever comes next. */
import { z } from 'zod';
import { optionalLine, paragraphs } from '../communities/index.ts';
import { can } from '../platform/http/access.ts';
import { defineRoute, type Route } from '../platform/http/route.ts';
import { platformErrors } from '../platform/errors.ts';
import { userOf } from '../team/index.ts';
import { addLeave, removeLeave } from './leave.ts';
import { readNote, writeNote, type ShownNote } from './note.ts';
import { putDay, removeDay, saveRoster } from './planning.ts';
import { getDutyNow, getRoster } from './roster.ts';

const base = '/api/communities/{communityId}/duty';
const params = z.strictObject({ communityId: z.uuid() });

const minute = z.int().min(0).max(1439);
const cover = z.strictObject({ from: minute, to: minute });
const operatorIds = z.array(z.uuid()).min(1).max(20);
const shift = z.strictObject({ from: minute, to: minute, operatorIds });
const weekShift = shift.extend({ weekday: z.int().min(1).max(7) });

const time = z.string();
const shiftShape = z.object({ from: z.int(), to: z.int(), operatorIds: z.array(z.string()) }).meta({ id: 'DutyShift' });
const noteShape = z
  .object({
    id: z.string(),
    text: z.string(),
    by: z.string(),
    at: time,
    readBy: z.string().nullable(),
    readAt: time.nullable(),
    /** Whether it is for whoever asks. */
    mayRead: z.boolean(),
  })
  .meta({ id: 'DutyNote' });
const operatorShape = z
  .object({ userId: z.string(), name: z.string(), onTeam: z.boolean() })
  .meta({ id: 'DutyOperator' });
const leaveShape = z
  .object({ id: z.string(), userId: z.string(), from: z.string(), to: z.string(), deputyId: z.string().nullable() })
  .meta({ id: 'DutyLeave' });

const rosterShape = z.object({
  zone: z.string(),
  today: z.string(),
  version: z.int(),
  cover: z.object({ from: z.int(), to: z.int() }),
  shifts: z.array(z.object({ weekday: z.int(), from: z.int(), to: z.int(), operatorIds: z.array(z.string()) })),
  days: z.array(z.object({ day: z.string(), shifts: z.array(shiftShape), note: z.string() })),
  leaves: z.array(leaveShape),
  watches: z.array(
    z.object({
      start: time,
      end: time,
      on: z.array(z.string()),
      away: z.array(z.object({ userId: z.string(), deputyId: z.string().nullable() })),
    }),
  ),
  gaps: z.array(z.object({ start: time, end: time, away: z.array(z.string()) })),
  overlaps: z.array(z.object({ start: time, end: time, userIds: z.array(z.string()) })),
  notes: z.array(noteShape),
  operators: z.array(operatorShape),
});

const iso = (at: number) => new Date(at).toISOString();

function showNote(note: ShownNote): z.input<typeof noteShape> {
  return { ...note, at: note.at.toISOString(), readAt: note.readAt?.toISOString() ?? null };
}

function showSpan<Span extends { start: number; end: number }>(span: Span) {
  return { ...span, start: iso(span.start), end: iso(span.end) };
}

const read = can('duty.read');
const manage = can('duty.manage');
const keep = can('duty.keep');
const done = z.object({});

/** Routes of the roster. */
export const dutyRoutes: readonly Route[] = [
  defineRoute({
    name: 'duty.get_roster',
    method: 'get',
    path: base,
    summary: 'The roster: pattern, single days, leave, who is on in the next 14 days, gaps, overlaps and notes',
    access: read,
    params,
    response: rosterShape,
    handle: async (ctx, { params: { communityId } }) => {
      const { plan, watches, gaps, overlaps, notes, operators } = await getRoster(ctx, communityId);
      return {
        zone: plan.zone,
        today: plan.today,
        version: plan.version,
        cover: plan.cover,
        shifts: [...plan.shifts],
        days: [...plan.days],
        leaves: plan.leaves,
        watches: watches.map(({ start, end, on, away }) => showSpan({ start, end, on, away })),
        gaps: gaps.map(showSpan),
        overlaps: overlaps.map(showSpan),
        notes: notes.map(showNote),
        operators,
      };
    },
  }),
  defineRoute({
    name: 'duty.get_now',
    method: 'get',
    path: `${base}/now`,
    summary: 'Who is on duty now, who comes next, and the notes that nobody has read yet',
    access: read,
    params,
    response: z.object({
      planned: z.boolean(),
      on: z.array(z.object({ userId: z.string(), until: time })),
      next: z.object({ start: time, userIds: z.array(z.string()) }).nullable(),
      notes: z.array(noteShape),
      operators: z.array(operatorShape),
    }),
    handle: async (ctx, { params: { communityId } }) => {
      const { planned, on, next, notes, operators } = await getDutyNow(ctx, communityId);
      return {
        planned,
        on: on.map(({ userId, until }) => ({ userId, until: iso(until) })),
        next: next && { ...next, start: iso(next.start) },
        notes: notes.map(showNote),
        operators,
      };
    },
  }),
  defineRoute({
    name: 'duty.save_roster',
    method: 'put',
    path: `${base}/pattern`,
    summary: 'Write the pattern of a week anew; nobody overwrites what they have not seen',
    access: manage,
    params,
    body: z.strictObject({ version: z.int().min(0), shifts: z.array(weekShift).max(100), cover }),
    response: done,
    handle: async (ctx, { params: { communityId }, body }) => {
      await saveRoster(ctx, communityId, body);
      return {};
    },
  }),
  defineRoute({
    name: 'duty.put_day',
    method: 'put',
    path: `${base}/days/{day}`,
    summary: 'Say what holds on one day instead of the pattern; without shifts nobody has to be there',
    access: manage,
    params: params.extend({ day: z.iso.date() }),
    body: z.strictObject({ shifts: z.array(shift).max(20), note: optionalLine(80) }),
    response: done,
    handle: async (ctx, { params: { communityId, day }, body }) => {
      await putDay(ctx, communityId, { day, ...body });
      return {};
    },
  }),
  defineRoute({
    name: 'duty.remove_day',
    method: 'delete',
    path: `${base}/days/{day}`,
    summary: 'Let the pattern hold on a day again',
    access: manage,
    params: params.extend({ day: z.iso.date() }),
    response: done,
    handle: async (ctx, { params: { communityId, day } }) => {
      await removeDay(ctx, communityId, day);
      return {};
    },
  }),
  defineRoute({
    name: 'duty.add_leave',
    method: 'post',
    path: `${base}/leaves`,
    summary: 'Be away from one day to another, with a deputy; for somebody else only who keeps the roster',
    access: keep,
    params,
    body: z.strictObject({
      /** Without it: oneself. */
      userId: z.uuid().optional(),
      from: z.iso.date(),
      to: z.iso.date(),
      deputyId: z.uuid().nullable(),
    }),
    status: 201,
    response: leaveShape,
    handle: async (ctx, { params: { communityId }, body: { userId = userOf(ctx.actor), ...wish } }) => {
      if (userId === null) throw platformErrors.not_allowed();
      return addLeave(ctx, communityId, { userId, ...wish });
    },
  }),
  defineRoute({
    name: 'duty.remove_leave',
    method: 'delete',
    path: `${base}/leaves/{leaveId}`,
    summary: 'Take leave back: one’s own, or anybody’s for who keeps the roster',
    access: keep,
    params: params.extend({ leaveId: z.uuid() }),
    response: done,
    handle: async (ctx, { params: id }) => {
      await removeLeave(ctx, id);
      return {};
    },
  }),
  defineRoute({
    name: 'duty.write_note',
    method: 'post',
    path: `${base}/notes`,
    summary: 'Leave a note for whoever comes next',
    access: keep,
    params,
    body: z.strictObject({ text: paragraphs(1000).min(1) }),
    status: 201,
    response: z.object({ id: z.string() }),
    handle: async (ctx, { params: { communityId }, body }) => ({
      id: (await writeNote(ctx, communityId, body.text)).id,
    }),
  }),
  defineRoute({
    name: 'duty.read_note',
    method: 'post',
    path: `${base}/notes/{noteId}/read`,
    summary: 'Say that one has read a note that is for oneself',
    access: keep,
    params: params.extend({ noteId: z.uuid() }),
    body: z.strictObject({}),
    response: done,
    handle: async (ctx, { params: id }) => {
      await readNote(ctx, id);
      return {};
    },
  }),
];
