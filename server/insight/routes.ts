/** Routes of Today, of the pulse of all groups, and of alarms. */
import { z } from 'zod';
import { questionShape, showQuestions } from '../desk/index.ts';
import { listGroupNames, tiers } from '../groups/index.ts';
import type { Ctx } from '../platform/context.ts';
import { can } from '../platform/http/access.ts';
import { pageOf, pageQuery } from '../platform/http/cursor.ts';
import { defineRoute, type Route } from '../platform/http/route.ts';
import { listAlarms } from './alarm.ts';
import { doorsOf } from './doors.ts';
import { pagePulses, pulseOrders, readPulses, type Pulse } from './pulse.ts';
import { alarmKinds, type Alarm } from './store.ts';
import { readToday } from './today.ts';

const base = '/api/communities/{communityId}';
const params = z.object({ communityId: z.uuid() });

const numbersShape = z.object({
  joins: z.int(),
  leaves: z.int(),
  speakers: z.number(),
  messages: z.int(),
  checkIns: z.int(),
  ownerShare: z.number().nullable(),
});
const periodsShape = z.object({ today: numbersShape, yesterday: numbersShape, week: numbersShape });

const alarmShape = z.object({
  id: z.string(),
  kind: z.enum(alarmKinds),
  groupId: z.string(),
  title: z.string(),
  text: z.string(),
  evidence: z.record(z.string(), z.union([z.string(), z.number()])),
  behind: z.string(),
  raisedAt: z.string(),
  /** When the numbers were last counted anew; null = as it was raised. */
  countedAt: z.string().nullable(),
  taskId: z.string().nullable(),
  settledAt: z.string().nullable(),
  settledHow: z.enum(['seen', 'dismissed', 'passed']).nullable(),
});

const pulseShape = periodsShape.extend({
  groupId: z.string(),
  name: z.string(),
  tier: z.enum(tiers),
  lifecycle: z.string(),
  carrier: z.string(),
  pictureId: z.string().nullable(),
  members: z.int(),
  lastActivityAt: z.string().nullable(),
  speakersByDay: z.array(z.int()),
  alarms: z.array(z.enum(alarmKinds)),
  open: z.int(),
  overdue: z.int(),
  /** Promotions of this week, those still planned in it, and what the group allows; null where nobody looks at them. */
  promotions: z.object({ used: z.int(), planned: z.int(), perWeek: z.int() }).nullable(),
});

const doorShape = z.object({
  joins: z.string(),
  leaves: z.string(),
  speakers: z.string(),
  messages: z.string(),
  checkIns: z.string(),
  ownerShare: z.string(),
});
const doorsShape = z.object({
  members: z.string(),
  questions: z.string(),
  today: doorShape,
  yesterday: doorShape,
  week: doorShape,
});

const todayShape = z.object({
  day: z.string(),
  zone: z.string(),
  tasks: z.object({
    open: z.int(),
    overdue: z.int(),
    mine: z.int(),
    unassigned: z.int(),
    behind: z.string(),
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        groupId: z.string().nullable(),
        dueAt: z.string().nullable(),
        assigneeId: z.string().nullable(),
      }),
    ),
  }),
  questions: z.object({
    open: z.int(),
    overdue: z.int(),
    answered: z.int(),
    medianMinutes: z.number().nullable(),
    behind: z.string(),
    items: z.array(questionShape),
  }),
  cases: z.object({ waiting: z.int(), appealed: z.int(), behind: z.string() }),
  alarms: z.object({ open: z.int(), behind: z.string(), items: z.array(alarmShape) }),
  totals: periodsShape.extend({ members: z.int(), groups: z.int() }),
  groups: z.object({ items: z.array(pulseShape), nextCursor: z.string().nullable() }),
  /** Names of the groups that tasks, questions and alarms above speak of. */
  groupNames: z.record(z.string(), z.string()),
  /** Where numbers lead: fill in `{groupId}`, or leave that part out for all groups together. */
  behind: doorsShape,
});

function showPulse({
  group,
  today,
  yesterday,
  week,
  speakers,
  alarms,
  open,
  overdue,
  promotions,
}: Pulse): z.input<typeof pulseShape> {
  const { id, name, tier, lifecycle, carrier, pictureId, members, lastActivityAt } = group;
  return {
    groupId: id,
    name,
    tier,
    lifecycle,
    carrier,
    pictureId,
    members,
    lastActivityAt: lastActivityAt?.toISOString() ?? null,
    today,
    yesterday,
    week,
    speakersByDay: speakers,
    alarms: alarms.map(({ kind }) => kind),
    open,
    overdue,
    promotions,
  };
}

function showAlarm(ctx: Ctx, alarm: Alarm, names: ReadonlyMap<string, string>): z.input<typeof alarmShape> {
  const { id, kind, groupId, evidence, raisedAt, countedAt, taskId, settledAt, settledHow } = alarm;
  const words = { group: names.get(groupId) ?? '', ...evidence };
  return {
    id,
    kind,
    groupId,
    title: ctx.t(`insight:alarm.${kind}.title`, words),
    text: ctx.t(`insight:alarm.${kind}.text`, words),
    evidence,
    behind: behindAlarm(alarm),
    raisedAt: raisedAt.toISOString(),
    countedAt: countedAt?.toISOString() ?? null,
    taskId,
    settledAt: settledAt?.toISOString() ?? null,
    settledHow,
  };
}

function behindAlarm({ kind, groupId, evidence }: Alarm): string {
  if (kind === 'joining_wave') return `rules/waves/${evidence.wave}`;
  if (kind === 'quarrel') return `groups/${groupId}?at=${evidence.from}`;
  if (kind === 'leaving_wave') return `people?groupId=${groupId}&leftFrom=${evidence.day}&leftTo=${evidence.day}`;
  return kind === 'questions_waiting' ? `inbox?filter=open&groupId=${groupId}` : `inbox/${groupId}`;
}

async function showToday(ctx: Ctx, communityId: string): Promise<z.input<typeof todayShape>> {
  const { reading, tasks, questions, cases, alarms, groups } = await readToday(ctx, communityId, { groups: 24 });
  const names = new Map(reading.pulses.map(({ group }) => [group.id, group.name]));
  const spoken = [...tasks.items, ...questions.items, ...alarms.items].flatMap(({ groupId }) => groupId ?? []);
  const { open, overdue, answered, medianMinutes } = questions.counts;
  return {
    day: reading.day,
    zone: reading.zone,
    tasks: {
      ...tasks.counts,
      behind: 'tasks',
      items: tasks.items.map(({ id, kind, title, groupId, dueAt, assigneeId }) => ({
        id,
        kind,
        title,
        groupId,
        dueAt: dueAt?.toISOString() ?? null,
        assigneeId,
      })),
    },
    questions: {
      open,
      overdue,
      answered,
      medianMinutes,
      behind: 'inbox?filter=open',
      items: await showQuestions(ctx, communityId, questions.items),
    },
    cases: { waiting: cases.waiting, appealed: cases.appealed, behind: 'rules/cases' },
    alarms: {
      open: alarms.open,
      behind: 'insight/alarms',
      items: alarms.items.map((alarm) => showAlarm(ctx, alarm, names)),
    },
    totals: reading.totals,
    groups: { items: groups.items.map(showPulse), nextCursor: groups.nextCursor },
    groupNames: Object.fromEntries(spoken.map((groupId) => [groupId, names.get(groupId) ?? ''])),
    behind: doorsOf(reading.day),
  };
}

/** Routes of this module. */
export const routes: readonly Route[] = [
  defineRoute({
    name: 'insight.read_today',
    method: 'get',
    path: `${base}/today`,
    summary:
      'What to do now over all groups, and the pulse of those that need somebody most; every number says what is behind it',
    access: can('insight.read'),
    params,
    response: todayShape,
    handle: (ctx, { params: { communityId } }) => showToday(ctx, communityId),
  }),
  defineRoute({
    name: 'insight.list_pulses',
    method: 'get',
    path: `${base}/pulses`,
    summary:
      'The pulse of all groups: today, yesterday, seven days; those that need somebody first, or by name, members, messages',
    access: can('insight.read'),
    params,
    query: pageQuery.extend({
      order: z.enum(pulseOrders).default('attention'),
      tier: z.enum(tiers).optional(),
      q: z.string().max(60).optional(),
    }),
    response: pageOf(pulseShape).extend({ day: z.string(), behind: doorsShape }),
    handle: async (ctx, { params: { communityId }, query }) => {
      const reading = await readPulses(ctx, communityId);
      const { items, nextCursor } = pagePulses(reading, query);
      return { items: items.map(showPulse), nextCursor, day: reading.day, behind: doorsOf(reading.day) };
    },
  }),
  defineRoute({
    name: 'insight.list_alarms',
    method: 'get',
    path: `${base}/alarms`,
    summary: 'What is or was unusual in a group, newest first; an alarm is settled through its task',
    access: can('insight.read'),
    params,
    query: pageQuery.extend({
      state: z.enum(['open', 'settled']).default('open'),
      kind: z.enum(alarmKinds).optional(),
      groupId: z.uuid().optional(),
    }),
    response: pageOf(alarmShape),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { items, nextCursor } = await listAlarms(ctx, communityId, query);
      const names = await listGroupNames(
        ctx,
        communityId,
        items.map(({ groupId }) => groupId),
      );
      return { items: items.map((alarm) => showAlarm(ctx, alarm, names)), nextCursor };
    },
  }),
];
