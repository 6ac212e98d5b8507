/** The pulse of all groups of a community: sums of their days, made where the days are, so that one narrow row comes back for each. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** What happened in a group in some days. */
export interface PulseCounts {
  joins: number;
  leaves: number;
  /** Different people for one day; for several days the sum over the days. */
  speakers: number;
  messages: number;
  hostMessages: number;
  checkIns: number;
}

/** The pulse of one group. */
export interface GroupPulse {
  groupId: string;
  today: PulseCounts;
  yesterday: PulseCounts;
  /** The seven days that end today, and the seven before them. */
  week: PulseCounts;
  weekBefore: PulseCounts;
  /** Speakers of each of the last fourteen days, oldest first. */
  speakers: number[];
}

const metrics = ['joins', 'leaves', 'speakers', 'messages', 'hostMessages', 'checkIns'] as const;
const columns = {
  joins: 'joins',
  leaves: 'leaves',
  speakers: 'speakers',
  messages: 'messages',
  hostMessages: 'host_messages',
  checkIns: 'check_ins',
} as const;

/** Days before today, both included. */
const periods = { today: [0, 0], yesterday: [1, 1], week: [0, 6], weekBefore: [7, 13] } as const;
const length = 14;

const sums = sql.join(
  Object.entries(periods).flatMap(([period, [from, to]]) =>
    metrics.map(
      (metric) =>
        sql`coalesce(sum(${sql.ref(columns[metric])}) filter (where ago between ${sql.lit(from)} and ${sql.lit(to)}), 0)::int
          as ${sql.ref(`${period}.${metric}`.replace('.', '_'))}`,
    ),
  ),
);

/** The pulse of all groups that are not dissolved; groups without anything in two weeks are left out. */
export async function selectPulses(ctx: Ctx, { communityId, today }: { communityId: string; today: string }) {
  const { rows } = await sql<Record<string, number> & { groupId: string; speakersByDay: string }>`
    select g.id as "groupId", days.* from groups_groups g
    cross join lateral (
      select ${sums}, string_agg(ago || ':' || speakers, ',') as "speakersByDay", count(*) as days
      from (
        select ${today}::date - d.day as ago, d.* from groups_days d
        where d.community_id = ${communityId} and d.group_id = g.id
          and d.day between ${today}::date - ${length - 1}::int and ${today}::date
      ) counted
    ) days
    where g.community_id = ${communityId} and g.lifecycle <> 'dissolved' and days.days > 0`.execute(ctx.db);
  return rows.map((row): GroupPulse => {
    const counts = (period: keyof typeof periods) =>
      Object.fromEntries(metrics.map((metric) => [metric, row[`${period}_${metric}`]!])) as unknown as PulseCounts;
    return {
      groupId: row.groupId,
      today: counts('today'),
      yesterday: counts('yesterday'),
      week: counts('week'),
      weekBefore: counts('weekBefore'),
      speakers: readSpeakers(row.speakersByDay),
    };
  });
}

function readSpeakers(byDay: string): number[] {
  const speakers = Array.from({ length }, () => 0);
  for (const part of byDay.split(',')) {
    const [ago, count] = part.split(':').map(Number) as [number, number];
    speakers[length - 1 - ago] = count;
  }
  return speakers;
}

/** Communities that have a group which is not dissolved. */
export async function selectLivingCommunities(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ communityId: string }>`
    select distinct community_id as "communityId" from groups_groups where lifecycle <> 'dissolved' order by 1`.execute(
    ctx.db,
  );
  return rows.map((row) => row.communityId);
}
