/**
 * The pulse of each group: today, yesterday and the last seven days, by counters that were added when things happened. Groups that need
 * somebody stand first: what broke a promise, what is unusual, who fell silent.
 */
import { getZone } from '../communities/index.ts';
import { countQuestionsByGroup } from '../desk/index.ts';
import {
  listLivingGroups,
  listPulses,
  tiers,
  type GroupFace,
  type GroupPulse,
  type PulseCounts,
} from '../groups/index.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import { listBudgets, type Budget } from '../promotions/index.ts';
import { selectOpen, type Alarm } from './store.ts';

/** What the list of pulses can be ordered by. */
export const pulseOrders = ['attention', 'name', 'members', 'messages'] as const;

/** Numbers of some days of one group or of all. */
export interface Numbers {
  joins: number;
  leaves: number;
  /** Different people who spoke; over a week the mean of its days, to one digit. */
  speakers: number;
  messages: number;
  checkIns: number;
  /** Share of the messages that the hosts said (official voice, owner, admins, stewards); null when nothing was said. */
  ownerShare: number | null;
}

/** One group with its pulse. */
export interface Pulse {
  group: GroupFace;
  today: Numbers;
  yesterday: Numbers;
  week: Numbers;
  /** Speakers of each of the last fourteen days, oldest first. */
  speakers: number[];
  alarms: Alarm[];
  open: number;
  overdue: number;
  /** Promotions of this week against what the group allows; null where nobody looks at them. */
  promotions: Budget | null;
}

/** All that the pulses of a community are made of, read once for a screen. */
export interface PulseReading {
  day: string;
  zone: string;
  pulses: Pulse[];
  totals: { members: number; groups: number; today: Numbers; yesterday: Numbers; week: Numbers };
  alarms: Alarm[];
}

/** Reads the pulse of every group. */
export async function readPulses(ctx: Ctx, communityId: string): Promise<PulseReading> {
  const zone = await getZone(ctx, communityId);
  const day = localDay(ctx.now(), zone);
  const [groups, counted, waiting, alarms, budgets] = await Promise.all([
    listLivingGroups(ctx, communityId),
    listPulses(ctx, { communityId, today: day }),
    countQuestionsByGroup(ctx, communityId),
    selectOpen(ctx, communityId),
    listBudgets(ctx, communityId),
  ]);
  const byGroup = new Map(counted.map((pulse) => [pulse.groupId, pulse]));
  const questions = new Map(waiting.map((row) => [row.groupId, row]));
  const alarmsOf = Map.groupBy(alarms, (alarm) => alarm.groupId);
  const pulses = groups.map((group): Pulse => {
    const { today, yesterday, week, speakers } = byGroup.get(group.id) ?? nothing;
    const { open = 0, overdue = 0 } = questions.get(group.id) ?? {};
    return {
      group,
      today: numbersOf(today, 1),
      yesterday: numbersOf(yesterday, 1),
      week: numbersOf(week, 7),
      speakers,
      alarms: alarmsOf.get(group.id) ?? [],
      open,
      overdue,
      promotions: budgets.get(group.id) ?? null,
    };
  });
  return { day, zone, pulses, alarms, totals: totalsOf(groups, counted) };
}

/** A page of pulses. */
export function pagePulses(
  reading: PulseReading,
  wish: {
    order: (typeof pulseOrders)[number];
    tier?: (typeof tiers)[number] | undefined;
    q?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): { items: Pulse[]; nextCursor: string | null } {
  const q = wish.q?.trim().toLowerCase() ?? '';
  const shown = reading.pulses
    .filter(({ group }) => (!wish.tier || group.tier === wish.tier) && group.name.toLowerCase().includes(q))
    .map((pulse) => ({ pulse, key: keyOf(pulse, wish.order) }));
  const order = (a: Key, b: Key) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
  shown.sort((a, b) => order(a.key, b.key));
  const after = wish.cursor === undefined ? null : readKey(wish.cursor, wish.order);
  const rest = after ? shown.filter(({ key }) => order(key, after) > 0) : shown;
  const page = toPage(rest, wish.limit, ({ key }) => [...key]);
  return { items: page.items.map(({ pulse }) => pulse), nextCursor: page.nextCursor };
}

type Key = [by: number | string, id: string];

function keyOf(pulse: Pulse, order: (typeof pulseOrders)[number]): Key {
  const { group } = pulse;
  if (order === 'name') return [group.name, group.id];
  if (order === 'members') return [-group.members, group.id];
  if (order === 'messages') return [-pulse.today.messages, group.id];
  return [-attentionOf(pulse), group.id];
}

/** How much a group needs somebody: alarms, then late questions, then a fall of speakers against the week before. */
function attentionOf({ alarms, overdue, open, speakers }: Pulse): number {
  const sum = (from: number, to: number) => speakers.slice(from, to).reduce((total, count) => total + count, 0);
  // Today is not over, so it is left out on both sides.
  const before = sum(0, 6);
  const fall = before >= 6 ? Math.max(0, 1 - sum(7, 13) / before) : 0;
  return Math.round((alarms.length * 1000 + Math.min(overdue, 50) * 10 + Math.min(open, 50) + fall * 5) * 100) / 100;
}

function readKey(cursor: string, order: (typeof pulseOrders)[number]): Key {
  const [by, id] = decodeCursor(cursor, 2);
  if (typeof by !== (order === 'name' ? 'string' : 'number') || typeof id !== 'string' || !isId(id))
    throw platformErrors.bad_cursor();
  return [by!, id];
}

const none: PulseCounts = { joins: 0, leaves: 0, speakers: 0, messages: 0, hostMessages: 0, checkIns: 0 };
const nothing: Omit<GroupPulse, 'groupId'> = {
  today: none,
  yesterday: none,
  week: none,
  weekBefore: none,
  speakers: Array.from({ length: 14 }, () => 0),
};

function numbersOf(counts: PulseCounts, days: number): Numbers {
  const { joins, leaves, speakers, messages, hostMessages, checkIns } = counts;
  return {
    joins,
    leaves,
    speakers: Math.round((speakers / days) * 10) / 10,
    messages,
    checkIns,
    ownerShare: messages > 0 ? Math.round((hostMessages / messages) * 1000) / 1000 : null,
  };
}

function totalsOf(groups: readonly GroupFace[], counted: readonly GroupPulse[]): PulseReading['totals'] {
  const sum = (period: 'today' | 'yesterday' | 'week') => {
    const all = { ...none };
    for (const pulse of counted)
      for (const key of Object.keys(all) as (keyof PulseCounts)[]) all[key] += pulse[period][key];
    return all;
  };
  return {
    members: groups.reduce((total, { members }) => total + members, 0),
    groups: groups.length,
    today: numbersOf(sum('today'), 1),
    yesterday: numbersOf(sum('yesterday'), 1),
    week: numbersOf(sum('week'), 7),
  };
}
